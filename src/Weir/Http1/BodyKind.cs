namespace Weir.Http1;

/// <summary>How the end of a body is found (RFC 9112 section 6.3).</summary>
public enum BodyKind
{
    /// <summary>There is no body.</summary>
    None,

    /// <summary>The length was announced.</summary>
    Length,

    /// <summary>Chunks, the last of them empty.</summary>
    Chunked,

    /// <summary>Everything until the connection is closed; answers only.</summary>
    UntilClose,
}
