using Weir.Vocabulary;

namespace Weir.Logs.Recent;

/// <summary>One line of the error log that shows a failure: one server tried in vain, or none at all.</summary>
/// <param name="At">When.</param>
/// <param name="Kind">What happened on the wire.</param>
/// <param name="Upstream">The server, or the group where none was chosen; empty where the line names none.</param>
/// <param name="Phrase">The row that told it.</param>
public sealed record FailedTry(DateTimeOffset At, Failure Kind, string Upstream, Phrase Phrase)
{
    /// <summary>The server_name of the block, or empty.</summary>
    public string Server { get; init; } = "";

    /// <summary>The serial number of the visitor's connection; null where no visitor is concerned.</summary>
    public long? Connection { get; init; }

    /// <summary>
    /// The worker that wrote it; serial numbers are the worker's own only where logs of two nginx mix.
    /// </summary>
    public int ProcessId { get; init; }

    /// <summary>The line, unmasked; kept for the first few of each kind and server, else empty.</summary>
    public string Line { get; init; } = "";

    internal RequestKey Key { get; init; }
}
