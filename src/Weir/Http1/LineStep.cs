namespace Weir.Http1;

/// <summary>What taking bytes for the current line came to.</summary>
internal enum LineStep
{
    /// <summary>Everything was taken; the line has no end yet.</summary>
    Partial,

    /// <summary>The line is complete.</summary>
    Line,

    /// <summary>A byte came that the line has no room for.</summary>
    TooLong,

    /// <summary>A byte came that the section has no room for.</summary>
    TooLarge,
}
