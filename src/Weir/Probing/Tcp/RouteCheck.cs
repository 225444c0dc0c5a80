using System.Net;
using System.Net.Sockets;

namespace Weir.Probing.Tcp;

/// <summary>
/// Whether this machine knows a way to an address, asked by connecting a UDP socket: the kernel looks the route up and
/// sends nothing. A route says where packets would go, not that anybody is there.
/// </summary>
/// <param name="Address">The address asked about.</param>
/// <param name="Errno">0 when there is a route; ENETUNREACH, EHOSTUNREACH, EACCES, EINVAL … when there is none.</param>
/// <param name="Source">The address of this machine that would be used; null without a route.</param>
public sealed record RouteCheck(IPAddress Address, int Errno, IPAddress? Source)
{
    /// <summary>Connecting a UDP socket needs some port; nothing is ever sent to it.</summary>
    private const int AnyPort = 9;

    /// <summary>There is a route.</summary>
    public bool Exists => Errno == 0;

    /// <summary>Asks for a route to <paramref name="address"/>.</summary>
    public static RouteCheck To(IPAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return OperatingSystem.IsLinux() ? Ask(plain) : AskPlatform(plain);
    }

    /// <summary>The same by the platform's sockets, which fold some errors together.</summary>
    internal static RouteCheck AskPlatform(IPAddress address)
    {
        try
        {
            using var socket = new Socket(address.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
            socket.Connect(new IPEndPoint(address, AnyPort));
            return new RouteCheck(address, 0, (socket.LocalEndPoint as IPEndPoint)?.Address);
        }
        catch (SocketException error)
        {
            return new RouteCheck(address, SocketErrors.ToErrno(error.SocketErrorCode), null);
        }
    }

    private static RouteCheck Ask(IPAddress address)
    {
        using var socket = RawSocket.Open(address.AddressFamily, Libc.SockDatagram, out var errno);
        if (socket is not null)
        {
            errno = socket.Connect(new IPEndPoint(address, AnyPort));
        }

        return new RouteCheck(address, errno, errno == 0 ? socket?.Local()?.Address : null);
    }
}
