namespace Weir.Vocabulary;

/// <summary>
/// What happened on the wire at one hop: the closed list that the gateway, the log reader, the prober, the reports
/// and the documentation share. Why it happened is a cause, and that is another list.
/// </summary>
public enum Failure
{
    /// <summary>The name of the next hop does not exist, or has no address of the wanted kind (NODATA).</summary>
    NameNotFound,

    /// <summary>A name server answered with an error (SERVFAIL, REFUSED, FORMERR …).</summary>
    NameServerFailed,

    /// <summary>No name server answered in time.</summary>
    NameTimeout,

    /// <summary>The connection was refused (ECONNREFUSED).</summary>
    ConnectRefused,

    /// <summary>The connection was not established in time.</summary>
    ConnectTimeout,

    /// <summary>There is no way to the address (ENETUNREACH, EHOSTUNREACH).</summary>
    ConnectUnreachable,

    /// <summary>A policy forbids the connection (administratively prohibited, or the gateway's own rule).</summary>
    ConnectProhibited,

    /// <summary>No local port or descriptor is left to connect with (EADDRNOTAVAIL, EMFILE, ENFILE).</summary>
    ConnectExhausted,

    /// <summary>The socket may not be opened: permission, or its file is missing (EACCES, EPERM, ENOENT).</summary>
    ConnectDenied,

    /// <summary>The peer sent a TLS alert during or after the handshake.</summary>
    TlsAlert,

    /// <summary>TLS failed without an alert: not TLS at all, a closed handshake, no common protocol.</summary>
    TlsProtocol,

    /// <summary>The peer's certificate was not accepted.</summary>
    TlsCertificate,

    /// <summary>The TLS handshake did not finish in time.</summary>
    TlsTimeout,

    /// <summary>The gateway has no route for the request.</summary>
    NoRoute,

    /// <summary>Every upstream server is considered down, so none was tried.</summary>
    NoHealthyUpstream,

    /// <summary>
    /// A limit of the gateway or of a listening queue was reached (also EAGAIN of a full unix socket).
    /// </summary>
    LimitReached,

    /// <summary>A reused connection turned out to be closed, with nothing received for the request.</summary>
    StaleConnection,

    /// <summary>The peer closed the connection before the header section was complete.</summary>
    ClosedBeforeHeaders,

    /// <summary>The peer reset the connection before the header section was complete.</summary>
    ResetBeforeHeaders,

    /// <summary>No complete header section arrived in time.</summary>
    HeadersTimeout,

    /// <summary>What arrived is not a valid header section.</summary>
    HeadersMalformed,

    /// <summary>The header section is larger than accepted.</summary>
    HeadersTooLarge,

    /// <summary>The connection ended after the header section and before the end of the body.</summary>
    BodyCutShort,

    /// <summary>The body stopped arriving for longer than allowed.</summary>
    BodyTimeout,

    /// <summary>The chunked coding of the body is invalid.</summary>
    ChunkMalformed,

    /// <summary>The content coding of the body (gzip …) cannot be decoded.</summary>
    CodingMalformed,

    /// <summary>The upgrade to another protocol was not completed.</summary>
    UpgradeFailed,

    /// <summary>The request could not be written in time, because the peer does not read.</summary>
    WriteTimeout,

    /// <summary>The next hop itself answered 5xx, and that answer was passed on.</summary>
    UpstreamError,

    /// <summary>The request came back to a gateway that had already handled it.</summary>
    Loop,

    /// <summary>The HTTP/2 stream was refused before processing (REFUSED_STREAM, GOAWAY).</summary>
    StreamRefused,

    /// <summary>The gateway itself has a fault.</summary>
    GatewayFault,
}
