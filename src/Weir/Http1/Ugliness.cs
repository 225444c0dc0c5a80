namespace Weir.Http1;

/// <summary>What was wrong but has only one reading, so it was put right and is reported.</summary>
[Flags]
public enum Ugliness
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>A line ended with LF alone (RFC 9112 section 2.2).</summary>
    BareLineFeed = 1,

    /// <summary>A field went on in the next line; the fold became spaces (RFC 9112 section 5.2).</summary>
    FoldedLine = 2,

    /// <summary>White space before a colon was removed (RFC 9112 section 5.1).</summary>
    SpaceBeforeColon = 4,

    /// <summary>A control byte in a value became a space (RFC 9110 section 5.5).</summary>
    ControlByte = 8,

    /// <summary>The space after the status code is missing (RFC 9112 section 4).</summary>
    NoSpaceAfterStatus = 16,

    /// <summary>Content-Length stood more than once with the same value (RFC 9112 section 6.3).</summary>
    RepeatedContentLength = 32,

    /// <summary>The status code lies outside 100 to 599 (RFC 9110 section 15).</summary>
    StatusOutOfRange = 64,

    /// <summary>A chunk size was padded with white space (RFC 9112 section 7.1).</summary>
    PaddedChunkSize = 128,

    /// <summary>More bytes arrived than the framing announced.</summary>
    ExcessBytes = 256,
}
