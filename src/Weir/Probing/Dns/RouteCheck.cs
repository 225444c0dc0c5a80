using System.Net;
using System.Net.Sockets;

namespace Weir.Probing.Dns;

/// <summary>Whether this machine knows any way to an address. Costs nothing: no packet is sent.</summary>
/// <param name="Exists">Yes, no, or null where the machine could not be asked.</param>
/// <param name="Source">The own address that packets would carry; null without a route.</param>
/// <param name="Detail">The answer in words.</param>
public sealed record RouteCheck(bool? Exists, IPAddress? Source, string Detail)
{
    /// <summary>Connects a datagram socket, which makes the kernel look for a route and for its own address.</summary>
    public static RouteCheck To(IPEndPoint destination)
    {
        try
        {
            using var socket = new Socket(destination.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
            socket.Connect(destination);
            var source = (socket.LocalEndPoint as IPEndPoint)?.Address;
            return new(true, source, $"packets to {destination.Address} leave with the address {source}");
        }
        catch (SocketException error)
        {
            var trouble = SocketTrouble.From(error);
            return new(trouble.Outcome == LookupOutcome.Unreachable ? false : null, null, trouble.Detail);
        }
    }
}
