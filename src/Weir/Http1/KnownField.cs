namespace Weir.Http1;

/// <summary>The fields that decide about framing, connection and routing; recognised while parsing.</summary>
public enum KnownField
{
    /// <summary>Any other field.</summary>
    None,

    /// <summary>Connection (RFC 9110 section 7.6.1).</summary>
    Connection,

    /// <summary>Content-Encoding (RFC 9110 section 8.4).</summary>
    ContentEncoding,

    /// <summary>Content-Length (RFC 9110 section 8.6).</summary>
    ContentLength,

    /// <summary>Expect (RFC 9110 section 10.1.1).</summary>
    Expect,

    /// <summary>Host (RFC 9110 section 7.2).</summary>
    Host,

    /// <summary>Keep-Alive: the idle limit that the peer announces (RFC 2068 section 19.7.1).</summary>
    KeepAlive,

    /// <summary>Proxy-Connection: never valid, sent by old clients.</summary>
    ProxyConnection,

    /// <summary>TE (RFC 9110 section 10.1.4).</summary>
    Te,

    /// <summary>Trailer (RFC 9110 section 6.6.2).</summary>
    Trailer,

    /// <summary>Transfer-Encoding (RFC 9112 section 6.1).</summary>
    TransferEncoding,

    /// <summary>Upgrade (RFC 9110 section 7.8).</summary>
    Upgrade,
}
