namespace Weir.Logs.Files;

/// <summary>What is known of a log file after it was read, or could not be.</summary>
/// <param name="Path">Its path as given.</param>
/// <param name="State">Whether it could be read.</param>
/// <param name="Detail">The system's words where it could not; else empty.</param>
public sealed record LogFileView(string Path, LogFileState State, string Detail = "")
{
    /// <summary>How many bytes were read, of the rotated neighbour too.</summary>
    public long Bytes { get; init; }

    /// <summary>How many lines were read within the window.</summary>
    public long Lines { get; init; }

    /// <summary>How many of them nobody understood.</summary>
    public long Unparsed { get; init; }

    /// <summary>
    /// Whether what was read reaches back to the window's start. If not, the file is younger or the limit of bytes was
    /// reached, and the absence of an older line proves nothing.
    /// </summary>
    public bool ReachesBack { get; init; }

    /// <summary>Whether the rotated neighbour (<c>.1</c>) was read too.</summary>
    public bool WithRotated { get; init; }
}
