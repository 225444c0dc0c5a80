namespace Weir.Http1;

/// <summary>What one step of the chunked decoder came to.</summary>
public enum ChunkStatus
{
    /// <summary>Everything given was consumed; more is needed.</summary>
    Partial,

    /// <summary>A slice of the body was found; there may be more in what was not consumed.</summary>
    Data,

    /// <summary>The last chunk and the trailers were read.</summary>
    Complete,

    /// <summary>The coding is invalid; nothing more is read.</summary>
    Refused,
}
