using Weir.Diagnosis;
using Weir.Vocabulary;
using static Weir.Logs.PhraseTable;

namespace Weir.Logs.Nginx;

public static partial class NginxPhrases
{
    private const string Connect = "connect() … failed (";

    // A wait within nginx's own limit is "upstream timed out"; these are the kernel's answers to connect().
    private static Phrase[] ConnectRows() =>
    [
        Fails(Connect, Failure.ConnectRefused, "The socket file is there, and nobody listens on it any more.") with
        {
            Numbers = [Errno.ConnectionRefused], OnUnixSocket = true, Answers = [(Observable.ListenerPresent, false)],
        },
        Fails(Connect, Failure.ConnectRefused, "The server refused the connection: nothing listens, or a filter says "
            + "so.") with { Numbers = [Errno.ConnectionRefused] },
        Fails(Connect, Failure.ConnectDenied, "The unix socket's file does not exist: its owner is not started, or the "
            + "path is wrong.") with
        {
            Numbers = [Errno.NoSuchFile], Answers = [(Observable.ListenerPresent, false)],
        },
        Fails(Connect, Failure.ConnectDenied, "nginx may not open the socket: file mode, SELinux or AppArmor.",
            Observable.SocketForbidden) with { Numbers = [Errno.PermissionDenied], OnUnixSocket = true },
        Fails(Connect, Failure.ConnectDenied, "nginx may not connect: SELinux (httpd_can_network_connect), or over "
            + "IPv6 a filter on the way.") with { Numbers = [Errno.PermissionDenied] },
        Fails(Connect, Failure.ConnectProhibited, "A filter on nginx's own machine forbids the connection.")
            with { Numbers = [Errno.NotPermitted] },
        Fails(Connect, Failure.LimitReached, "The queue of the unix socket is full: the application does not take "
            + "connections fast enough.", Observable.AcceptQueueFull) with { Numbers = [Errno.TryAgain] },
        Fails(Connect, Failure.ConnectExhausted, "No local port is left to connect from (or proxy_bind names an "
            + "address that is not there).", Observable.GatewayLimitReached) with { Numbers =
            [Errno.AddressNotAvailable] },
        Fails(Connect, Failure.ConnectUnreachable, "There is no way to the server's host: it is off, or a filter says "
            + "so.") with { Numbers = [Errno.HostUnreachable, Errno.HostDown] },
        Fails(Connect, Failure.ConnectUnreachable, "nginx's machine has no route to the server's network.")
            with { Numbers = [Errno.NetworkUnreachable, Errno.NetworkDown, Errno.FamilyNotSupported] },
        Fails(Connect, Failure.ConnectTimeout, "The kernel gave up connecting before nginx's own limit was reached.")
            with { Numbers = [Errno.TimedOut] },
        Fails(Connect, Failure.ResetBeforeHeaders, "The connection was reset while it was being opened.")
            with { Numbers = [Errno.ConnectionReset] },
        Fails(Connect, Failure.GatewayFault, "nginx could not even try to connect: a fault of its own machine."),
        Fails("socket() failed (", Failure.ConnectExhausted, "nginx has no file descriptor left to connect with.",
            Observable.GatewayLimitReached) with { Numbers = [Errno.TooManyFiles, Errno.TooManyFilesInSystem] },
    ];

    private static Phrase[] TimeRows() =>
    [
        Fails("upstream timed out", Failure.ConnectTimeout, "Nothing answered the attempt to connect within "
            + "proxy_connect_timeout.") with { During = [NginxAction.Connecting] },
        Fails("upstream timed out", Failure.TlsTimeout, "The TLS handshake with the server did not finish in time.")
            with { During = [NginxAction.Handshaking] },
        Fails("upstream timed out", Failure.WriteTimeout, "The server stopped reading the request.")
            with { During = [NginxAction.Sending] },
        Fails("upstream timed out", Failure.HeadersTimeout, "The server took the request and did not begin to answer "
            + "within proxy_read_timeout.") with { During = [NginxAction.ReadingHeader] },
        Fails("upstream timed out", Failure.BodyTimeout, "The answer stopped in the middle of its body.")
            with { During = NginxAction.AfterHead },
        Passes("upstream timed out", "An upgraded connection (WebSocket) was idle and was closed.")
            with { During = [NginxAction.Upgraded] },
        Fails("upstream timed out", Failure.HeadersTimeout, "The server did not answer in time."),
    ];
}
