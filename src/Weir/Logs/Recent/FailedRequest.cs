using System.Collections.Immutable;
using Weir.Vocabulary;

namespace Weir.Logs.Recent;

/// <summary>One request that failed, from its lines in both logs.</summary>
public sealed record FailedRequest
{
    /// <summary>When it ended; without an access line, when its first server failed.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>
    /// What happened first: what came after (other servers, none left) follows from it. Null where the logs do not
    /// tell.
    /// </summary>
    public Failure? Kind { get; init; }

    /// <summary>Who made the error.</summary>
    public ErrorOrigin Origin { get; init; }

    /// <summary>The server of <see cref="Kind"/>, or the group; empty where none is named.</summary>
    public string Upstream { get; init; } = "";

    /// <summary>The status that the visitor got; null without an access line.</summary>
    public int? Status { get; init; }

    /// <summary>How long it took; null where it is not logged.</summary>
    public double? Seconds { get; init; }

    /// <summary>The visitor's address.</summary>
    public string Client { get; init; } = "";

    /// <summary>The start of the request line, unmasked.</summary>
    public string Request { get; init; } = "";

    /// <summary>Its lines in the error log, oldest first.</summary>
    public ImmutableArray<FailedTry> Tries { get; init; } = [];

    /// <summary>Its line in the access log, unmasked; empty where there is none, or none was kept.</summary>
    public string AccessLine { get; init; } = "";

    /// <summary>Whether another server answered, so that the visitor noticed nothing but the time.</summary>
    public bool IsSaved { get; init; }
}
