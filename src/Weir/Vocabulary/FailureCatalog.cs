using static Weir.Vocabulary.Failure;

namespace Weir.Vocabulary;

/// <summary>The row of every failure.</summary>
public static class FailureCatalog
{
    private static readonly Dictionary<Failure, FailureTraits> Rows = Enum.GetValues<Failure>()
        .ToDictionary(failure => failure, Row);

    /// <summary>The traits of <paramref name="failure"/>.</summary>
    public static FailureTraits Traits(this Failure failure) => Rows[failure];

    /// <summary>The spelling of <paramref name="failure"/> in JSON, logs and documentation.</summary>
    public static string Id(this Failure failure) => Spelling.Kebab(failure);

    private static FailureTraits Row(Failure failure) => failure switch
    {
        NameNotFound => new(ProxyError.DnsError, 502, Phase.Resolve, Fault.Names, RetrySafety.Always,
            "The name does not exist, or has no address."),
        NameServerFailed => new(ProxyError.DnsError, 502, Phase.Resolve, Fault.Names, RetrySafety.Always,
            "A name server answered with an error instead of an address."),
        NameTimeout => new(ProxyError.DnsTimeout, 504, Phase.Resolve, Fault.Names, RetrySafety.Always,
            "No name server answered in time."),
        ConnectRefused => new(ProxyError.ConnectionRefused, 502, Phase.Connect, Fault.Upstream, RetrySafety.Always,
            "The connection was refused."),
        ConnectTimeout => new(ProxyError.ConnectionTimeout, 504, Phase.Connect, Fault.Network, RetrySafety.Always,
            "Nothing answered the attempt to connect."),
        ConnectUnreachable => new(ProxyError.DestinationIpUnroutable, 502, Phase.Connect, Fault.Network,
            RetrySafety.Always, "There is no way to the address."),
        ConnectProhibited => new(ProxyError.DestinationIpProhibited, 502, Phase.Connect, Fault.Network,
            RetrySafety.Always, "A filter answered that the connection is prohibited."),
        ConnectExhausted => new(ProxyError.ConnectionLimitReached, 503, Phase.Connect, Fault.Gateway,
            RetrySafety.Always, "No local port or descriptor was left to connect with."),
        ConnectDenied => new(ProxyError.ProxyConfigurationError, 502, Phase.Connect, Fault.Gateway,
            RetrySafety.Always, "The socket may not be opened, or its file is missing."),
        TlsAlert => new(ProxyError.TlsAlertReceived, 502, Phase.Tls, Fault.Upstream, RetrySafety.Always,
            "The peer ended the TLS handshake with an alert."),
        TlsProtocol => new(ProxyError.TlsProtocolError, 502, Phase.Tls, Fault.Upstream, RetrySafety.Always,
            "TLS could not be spoken with the peer."),
        TlsCertificate => new(ProxyError.TlsCertificateError, 502, Phase.Tls, Fault.Upstream, RetrySafety.Always,
            "The peer's certificate was not accepted."),
        TlsTimeout => new(ProxyError.ConnectionTimeout, 504, Phase.Tls, Fault.Upstream, RetrySafety.Always,
            "The TLS handshake did not finish in time."),
        NoRoute => new(ProxyError.DestinationNotFound, 404, Phase.Choose, Fault.Gateway, RetrySafety.Never,
            "The gateway has no route for this request."),
        NoHealthyUpstream => new(ProxyError.DestinationUnavailable, 503, Phase.Choose, Fault.Gateway,
            RetrySafety.Always, "Every server behind the gateway is considered down."),
        LimitReached => new(ProxyError.ConnectionLimitReached, 503, Phase.Choose, Fault.Gateway, RetrySafety.Always,
            "A limit on connections or waiting requests was reached."),
        StaleConnection => new(ProxyError.ConnectionTerminated, 502, Phase.Headers, Fault.Gateway,
            RetrySafety.Idempotent, "A reused connection had been closed by the peer."),
        ClosedBeforeHeaders => new(ProxyError.ConnectionTerminated, 502, Phase.Headers, Fault.Upstream,
            RetrySafety.Idempotent, "The peer closed the connection before its answer began or its head was complete."),
        ResetBeforeHeaders => new(ProxyError.ConnectionTerminated, 502, Phase.Headers, Fault.Upstream,
            RetrySafety.Idempotent, "The peer reset the connection before the head of its answer was complete."),
        HeadersTimeout => new(ProxyError.HttpResponseTimeout, 504, Phase.Headers, Fault.Upstream,
            RetrySafety.Idempotent, "The peer accepted the request and did not answer in time."),
        HeadersMalformed => new(ProxyError.HttpProtocolError, 502, Phase.Headers, Fault.Upstream,
            RetrySafety.Idempotent, "What the peer sent is not a valid HTTP head."),
        HeadersTooLarge => new(ProxyError.HttpResponseHeaderSectionSize, 502, Phase.Headers, Fault.Upstream,
            RetrySafety.Never, "The head of the answer is larger than accepted."),
        BodyCutShort => new(ProxyError.HttpResponseIncomplete, 502, Phase.Body, Fault.Upstream, RetrySafety.Never,
            "The connection ended in the middle of the body."),
        BodyTimeout => new(ProxyError.ConnectionReadTimeout, 504, Phase.Body, Fault.Upstream, RetrySafety.Never,
            "The body stopped arriving."),
        ChunkMalformed => new(ProxyError.HttpResponseTransferCoding, 502, Phase.Body, Fault.Upstream,
            RetrySafety.Never, "The chunks of the body are invalid."),
        CodingMalformed => new(ProxyError.HttpResponseContentCoding, 502, Phase.Body, Fault.Upstream,
            RetrySafety.Never, "The compressed body cannot be decoded."),
        UpgradeFailed => new(ProxyError.HttpUpgradeFailed, 502, Phase.Headers, Fault.Upstream, RetrySafety.Idempotent,
            "The change to another protocol was not completed."),
        WriteTimeout => new(ProxyError.ConnectionWriteTimeout, 504, Phase.Send, Fault.Upstream,
            RetrySafety.Idempotent, "The peer stopped reading the request."),
        UpstreamError => new(null, 0, Phase.Headers, Fault.Upstream, RetrySafety.Idempotent,
            "The next hop itself answered with a 5xx."),
        Loop => new(ProxyError.ProxyLoopDetected, 502, Phase.Choose, Fault.Gateway, RetrySafety.Never,
            "The request came back to a gateway that had already handled it."),
        StreamRefused => new(ProxyError.ConnectionTerminated, 502, Phase.Headers, Fault.Upstream, RetrySafety.Always,
            "The peer refused the HTTP/2 stream before processing it."),
        GatewayFault => new(ProxyError.ProxyInternalError, 500, Phase.Choose, Fault.Gateway, RetrySafety.Never,
            "The gateway itself has a fault."),
    };
}
