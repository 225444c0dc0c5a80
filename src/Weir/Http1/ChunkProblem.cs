namespace Weir.Http1;

/// <summary>Why a chunked body is refused: the closed list (RFC 9112 section 7.1).</summary>
public enum ChunkProblem
{
    /// <summary>A chunk does not begin with hexadecimal digits, or its line does not end as it should.</summary>
    BadSize,

    /// <summary>A chunk size has more than 15 digits.</summary>
    SizeTooLarge,

    /// <summary>A chunk extension holds a control byte.</summary>
    BadExtension,

    /// <summary>Extensions and padding are larger than the limit.</summary>
    ExtensionsTooLarge,

    /// <summary>The line end after a chunk's data is missing: the size was wrong.</summary>
    MissingDataEnd,

    /// <summary>A line ends with LF alone; refused in requests only.</summary>
    BareLineFeed,

    /// <summary>A trailer is malformed.</summary>
    BadTrailer,

    /// <summary>The trailers are larger than the limit.</summary>
    TrailersTooLarge,
}
