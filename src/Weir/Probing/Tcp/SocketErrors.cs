using System.Net.Sockets;

namespace Weir.Probing.Tcp;

/// <summary>
/// The errno behind a platform error. Some errors stand for two numbers; the one that a connection meets more often
/// is taken, and the connect probe asks the system itself where it can.
/// </summary>
public static class SocketErrors
{
    /// <summary>
    /// Linux's number for <paramref name="error"/>; <see cref="Errno.EPROTO"/> for an error that no connection attempt
    /// is known to end with.
    /// </summary>
    public static int ToErrno(SocketError error) => error switch
    {
        SocketError.Success => 0,
        SocketError.ConnectionRefused => Errno.ECONNREFUSED,
        SocketError.TimedOut => Errno.ETIMEDOUT,
        SocketError.HostUnreachable => Errno.EHOSTUNREACH,
        SocketError.NetworkUnreachable => Errno.ENETUNREACH,
        SocketError.NetworkDown => Errno.ENETDOWN,
        SocketError.HostDown => Errno.EHOSTDOWN,
        SocketError.NetworkReset => Errno.ENETRESET,
        SocketError.ConnectionReset => Errno.ECONNRESET,
        SocketError.ConnectionAborted => Errno.ECONNABORTED,
        SocketError.Shutdown => Errno.EPIPE,
        SocketError.AccessDenied => Errno.EACCES,
        SocketError.AddressNotAvailable => Errno.EADDRNOTAVAIL,
        SocketError.AddressAlreadyInUse => Errno.EADDRINUSE,
        SocketError.TooManyOpenSockets => Errno.EMFILE,
        SocketError.NoBufferSpaceAvailable => Errno.ENOBUFS,
        SocketError.WouldBlock => Errno.EAGAIN,
        SocketError.InvalidArgument => Errno.EINVAL,
        SocketError.ProtocolOption => Errno.ENOPROTOOPT,
        SocketError.ProtocolType => Errno.EPROTOTYPE,
        SocketError.ProtocolNotSupported => Errno.EPROTONOSUPPORT,
        SocketError.OperationNotSupported => Errno.EOPNOTSUPP,
        SocketError.AddressFamilyNotSupported or SocketError.ProtocolFamilyNotSupported => Errno.EAFNOSUPPORT,
        SocketError.MessageSize => Errno.EMSGSIZE,
        _ => Errno.EPROTO,
    };
}
