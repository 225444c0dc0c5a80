using System.Net.Security;
using System.Net.Sockets;
using Weir.Vocabulary;

namespace Weir.Probing.Http;

/// <summary>Names the failure of an HTTP/2 request without a head, from what was thrown and what was watched.</summary>
internal static class Http2Failure
{
    // RFC 9113 section 7.
    private const long NoError = 0;
    private const long InternalError = 2;
    private const long StreamClosed = 5;
    private const long RefusedStream = 7;
    private const long Cancel = 8;
    private const long ConnectError = 10;
    private const long EnhanceYourCalm = 11;
    private const long InadequateSecurity = 12;
    private const long Http11Required = 13;

    /// <summary>The failure behind <paramref name="error"/>.</summary>
    public static Failure Of(Exception error, Http2Watch watch)
    {
        if (watch.WasRefused)
        {
            return Failure.StreamRefused;
        }

        if (error is OperationCanceledException)
        {
            return OfTimeout(watch.Phase);
        }

        if (Speaks(watch) is not null)
        {
            return Failure.HeadersMalformed;
        }

        return CodeOf(error) is { } code ? OfCode(code)
            : watch.Phase == Phase.Connect ? OfConnect(error)
            : watch.Phase == Phase.Tls ? OfTls(error, watch)
            : OfRequest(error, watch);
    }

    /// <summary>The HTTP/2 error code that <paramref name="error"/> carries; null where it has none.</summary>
    public static long? CodeOf(Exception? error)
    {
        for (; error is not null; error = error.InnerException)
        {
            if (error is HttpProtocolException { ErrorCode: var code })
            {
                return code;
            }
        }

        return null;
    }

    /// <summary>What the peer answered the HTTP/2 preface with, where that is recognised as another protocol.</summary>
    public static WireProtocol? Speaks(Http2Watch watch)
        => watch.Stream is { } stream
        && ProtocolGuess.Of(stream.Received.Kept.Span) is var guess and not (WireProtocol.Http2 or WireProtocol.Unknown)
            ? guess
            : null;

    private static Failure OfTimeout(Phase phase) => phase switch
    {
        Phase.Choose or Phase.Resolve or Phase.Connect => Failure.ConnectTimeout,
        Phase.Tls => Failure.TlsTimeout,
        Phase.Send or Phase.Headers or Phase.Body => Failure.HeadersTimeout,
    };

    private static Failure OfCode(long code) => code switch
    {
        NoError or RefusedStream or Http11Required => Failure.StreamRefused,
        InternalError or StreamClosed or Cancel or ConnectError or EnhanceYourCalm => Failure.ResetBeforeHeaders,
        InadequateSecurity => Failure.TlsProtocol,
        _ => Failure.HeadersMalformed,
    };

    private static Failure OfConnect(Exception error) => SocketErrorOf(error) switch
    {
        SocketError.ConnectionRefused => Failure.ConnectRefused,
        SocketError.TimedOut => Failure.ConnectTimeout,
        SocketError.NetworkUnreachable or SocketError.HostUnreachable or SocketError.HostDown
            or SocketError.NetworkDown => Failure.ConnectUnreachable,
        SocketError.AccessDenied => Failure.ConnectDenied,
        SocketError.AddressNotAvailable or SocketError.TooManyOpenSockets => Failure.ConnectExhausted,
        SocketError.WouldBlock => Failure.LimitReached,
        SocketError.HostNotFound or SocketError.NoData => Failure.NameNotFound,
        SocketError.TryAgain or SocketError.NoRecovery => Failure.NameServerFailed,
        SocketError.ConnectionReset => Failure.ResetBeforeHeaders,
        _ => Failure.GatewayFault,
    };

    private static Failure OfTls(Exception error, Http2Watch watch)
    {
        for (var inner = error; inner is not null; inner = inner.InnerException)
        {
            if (WireError.AlertOf(inner) is not null)
            {
                return Failure.TlsAlert;
            }
        }

        return watch.CertificateErrors == SslPolicyErrors.None ? Failure.TlsProtocol : Failure.TlsCertificate;
    }

    private static Failure OfRequest(Exception error, Http2Watch watch)
        => (error as HttpRequestException)?.HttpRequestError switch
        {
            HttpRequestError.VersionNegotiationError => Failure.TlsProtocol,
            HttpRequestError.ConfigurationLimitExceeded => Failure.HeadersTooLarge,

            // The platform calls a handshake that ends in a close "invalid"; the wire knows better.
            _ => watch.Stream?.End.End switch
            {
                ConnectionEnd.PeerReset or ConnectionEnd.Broken => Failure.ResetBeforeHeaders,
                ConnectionEnd.TlsFailed => Failure.TlsProtocol,
                ConnectionEnd.PeerClosed => Failure.ClosedBeforeHeaders,
                _ => Failure.HeadersMalformed,
            },
        };

    private static SocketError? SocketErrorOf(Exception? error)
    {
        for (; error is not null; error = error.InnerException)
        {
            if (error is SocketException socket)
            {
                return socket.SocketErrorCode;
            }
        }

        return null;
    }
}
