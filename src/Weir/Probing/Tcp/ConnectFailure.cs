using System.Net.Sockets;
using Weir.Vocabulary;

namespace Weir.Probing.Tcp;

/// <summary>
/// Names the failure of an attempt to connect. Pure: an errno has many fathers, and this is the one table.
/// </summary>
public static class ConnectFailure
{
    /// <summary>The failure of <paramref name="attempt"/>; null when it connected.</summary>
    public static Failure? Of(ConnectAttempt attempt)
    {
        ArgumentNullException.ThrowIfNull(attempt);
        return attempt.NoSourceAddress
            ? Failure.ConnectUnreachable
            : Of(attempt.Errno, attempt.Endpoint is UnixDomainSocketEndPoint, attempt.Icmp);
    }

    /// <summary>The failure that an errno alone tells, with what is known beside it.</summary>
    /// <param name="errno">The error number of Linux; 0 is connected, null is silence until the limit.</param>
    /// <param name="unix">Whether the endpoint is a unix socket.</param>
    /// <param name="icmp">The ICMP error that came back, where one was read.</param>
    public static Failure? Of(int? errno, bool unix, IcmpError? icmp) => errno switch
    {
        0 => null,
        null or Errno.ETIMEDOUT => Failure.ConnectTimeout,
        Errno.ECONNREFUSED => Failure.ConnectRefused,

        // A filter's "prohibited" comes as EHOSTUNREACH in IPv4 and as EACCES in IPv6; only the ICMP error tells.
        _ when icmp is { Prohibits: true } => Failure.ConnectProhibited,
        Errno.ECONNRESET or Errno.ECONNABORTED or Errno.EPIPE => Failure.ResetBeforeHeaders,
        Errno.EMFILE or Errno.ENFILE or Errno.ENOMEM or Errno.ENOBUFS => Failure.ConnectExhausted,
        { } number when unix => OfUnix(number),
        { } number => OfIp(number),
    };

    private static Failure OfUnix(int errno) => errno switch
    {
        // Non-blocking connect(2) on a full accept queue: the listener does not take connections.
        Errno.EAGAIN => Failure.LimitReached,
        Errno.ENOENT or Errno.ENOTDIR or Errno.ELOOP or Errno.ENAMETOOLONG or Errno.EACCES or Errno.EPERM
            or Errno.EPROTOTYPE or Errno.EINVAL or Errno.EADDRNOTAVAIL => Failure.ConnectDenied,
        Errno.EAFNOSUPPORT or Errno.EPROTONOSUPPORT => Failure.ConnectUnreachable,
        _ => Failure.GatewayFault,
    };

    private static Failure OfIp(int errno) => errno switch
    {
        // Without ICMP it is this machine that forbids: SELinux, a filter of its own, a prohibit route.
        Errno.EACCES or Errno.EPERM => Failure.ConnectDenied,

        // Every port of the range is taken towards this endpoint; EAGAIN is how the automatic bind says it.
        Errno.EADDRNOTAVAIL or Errno.EADDRINUSE or Errno.EAGAIN => Failure.ConnectExhausted,

        // EINVAL is a blackhole route; ENOPROTOOPT, EOPNOTSUPP and EPROTO are what rarer ICMP errors become.
        Errno.ENETUNREACH or Errno.EHOSTUNREACH or Errno.ENETDOWN or Errno.EHOSTDOWN or Errno.ENONET
            or Errno.ENETRESET or Errno.EINVAL or Errno.ENOPROTOOPT or Errno.EOPNOTSUPP or Errno.EPROTO
            or Errno.EMSGSIZE or Errno.EAFNOSUPPORT or Errno.EPROTONOSUPPORT => Failure.ConnectUnreachable,
        _ => Failure.GatewayFault,
    };
}
