using System.Net;
using System.Net.Sockets;

namespace Weir.Probing.Local;

/// <summary>What this machine's own side of the network looks like: the visitor's, or the gateway's.</summary>
/// <param name="Interfaces">The interfaces that are up.</param>
/// <param name="GatewaysV4">The default gateways of IPv4, best first; null when the table could not be read.</param>
/// <param name="GatewaysV6">The same of IPv6.</param>
/// <param name="Proxies">The proxies that the environment names.</param>
public sealed record LocalNetwork(
    IReadOnlyList<LocalInterface> Interfaces,
    IReadOnlyList<DefaultGateway>? GatewaysV4,
    IReadOnlyList<DefaultGateway>? GatewaysV6,
    ProxySettings Proxies)
{
    /// <summary>No interface but loopback has an address: this machine is not connected to anything.</summary>
    public bool LoopbackOnly => !HasV4 && !HasV6;

    /// <summary>An interface has an IPv4 address that leads further than this machine.</summary>
    public bool HasV4 => Interfaces.Any(card => card.HasAddress(AddressFamily.InterNetwork));

    /// <summary>An interface has an IPv6 address that leads further than its link.</summary>
    public bool HasV6 => Interfaces.Any(card => card.HasAddress(AddressFamily.InterNetworkV6));

    /// <summary>The interfaces that look like those of a VPN.</summary>
    public IEnumerable<LocalInterface> Vpns => Interfaces.Where(card => card.LooksLikeVpn);

    /// <summary>The address is one of this machine's own.</summary>
    public bool Owns(IPAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return IPAddress.IsLoopback(plain) || Interfaces.Any(card => card.Addresses.Contains(plain));
    }

    /// <summary>Reads it all; nothing is sent.</summary>
    /// <param name="environment">Gives the value of an environment variable, or null.</param>
    public static LocalNetwork Read(Func<string, string?> environment)
    {
        var interfaces = LocalInterface.ReadUp();
        return new LocalNetwork(
            interfaces,
            ProcNet.Read("route") is { } v4 ? DefaultGateway.Of(RouteTable.ParseV4(v4), interfaces) : null,
            ProcNet.Read("ipv6_route") is { } v6 ? DefaultGateway.Of(RouteTable.ParseV6(v6), interfaces) : null,
            ProxySettings.From(environment));
    }
}
