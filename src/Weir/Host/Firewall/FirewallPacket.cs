using System.Net;
using System.Net.Sockets;

namespace Weir.Host.Firewall;

/// <summary>The first packet of a TCP connection (a SYN, new to the connection tracking) on one hop.</summary>
/// <param name="Source">Where it comes from.</param>
/// <param name="Destination">Where it goes.</param>
/// <param name="Port">The port there.</param>
/// <param name="Inbound">The interface it comes in by; null is not known.</param>
/// <param name="Outbound">The interface it leaves by; null is not known.</param>
public sealed record FirewallPacket(
    IPAddress Source, IPAddress Destination, int Port, string? Inbound = null, string? Outbound = null)
{
    /// <summary>The family whose rules see it.</summary>
    public FirewallFamily Family
        => Destination.AddressFamily == AddressFamily.InterNetwork || Destination.IsIPv4MappedToIPv6
            ? FirewallFamily.V4
            : FirewallFamily.V6;
}
