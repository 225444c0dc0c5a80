namespace Weir.Http1;

/// <summary>The versions whose wire form this codec reads (RFC 9112 section 2.3).</summary>
public enum ProtocolVersion
{
    /// <summary>HTTP/1.0.</summary>
    Http10,

    /// <summary>HTTP/1.1.</summary>
    Http11,
}
