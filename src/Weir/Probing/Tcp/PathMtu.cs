using System.Net.Sockets;

namespace Weir.Probing.Tcp;

/// <summary>
/// The sizes that a connection settled on: what a hole for large packets (RFC 2923 section 2.1) is judged by. The
/// platform's or the path's value is null where it is not told.
/// </summary>
/// <param name="MaxSegment">The largest payload of a segment that may be sent, in bytes (TCP_MAXSEG).</param>
/// <param name="SendSegment">The largest payload that is sent now, in bytes.</param>
/// <param name="AdvertisedSegment">The largest payload that the peer was told to send, in bytes.</param>
/// <param name="Mtu">
/// The largest packet to this peer that the kernel knows to pass, in bytes (IP_MTU, RFC 1191).
/// </param>
public sealed record PathMtu(int? MaxSegment, int? SendSegment, int? AdvertisedSegment, int? Mtu)
{
    /// <summary>
    /// The sizes of a connected <paramref name="socket"/>; null on other systems and for what is not TCP.
    /// </summary>
    public static PathMtu? Of(Socket socket)
    {
        ArgumentNullException.ThrowIfNull(socket);
        if (!OperatingSystem.IsLinux() || socket.ProtocolType != ProtocolType.Tcp)
        {
            return null;
        }

        var v6 = socket.AddressFamily == AddressFamily.InterNetworkV6;
        return SocketOptions.Borrow(socket, descriptor => Read(descriptor, v6));
    }

    private static PathMtu Read(int descriptor, bool v6)
    {
        var facts = SocketOptions.Tcp(descriptor);
        return new PathMtu(
            SocketOptions.Number(descriptor, Libc.LevelTcp, Libc.TcpMaxSegment),
            facts?.SendSegment,
            facts?.AdvertisedSegment,
            v6
                ? SocketOptions.Number(descriptor, Libc.LevelIpv6, Libc.Ipv6Mtu)
                : SocketOptions.Number(descriptor, Libc.LevelIp, Libc.IpMtu));
    }
}
