namespace Weir.Configurations;

/// <summary>What is spoken with an upstream.</summary>
public enum HopProtocol
{
    /// <summary>HTTP in clear text.</summary>
    Http,

    /// <summary>HTTP over TLS.</summary>
    Https,

    /// <summary>HTTP/2 in clear text with prior knowledge (RFC 9113 section 3.3), for gRPC.</summary>
    Grpc,

    /// <summary>HTTP/2 over TLS, for gRPC.</summary>
    Grpcs,

    /// <summary>FastCGI.</summary>
    FastCgi,

    /// <summary>uwsgi, the protocol of uWSGI.</summary>
    Uwsgi,

    /// <summary>uwsgi over TLS.</summary>
    Uwsgis,

    /// <summary>SCGI.</summary>
    Scgi,

    /// <summary>memcached.</summary>
    Memcached,
}
