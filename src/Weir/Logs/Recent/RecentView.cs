using System.Collections.Immutable;
using Weir.Diagnosis;
using Weir.Logs.Files;
using Weir.Logs.Nginx;

namespace Weir.Logs.Recent;

/// <summary>
/// What a gateway's logs say of the last minutes. Requests that failed are <see cref="Requests"/> with
/// <see cref="FailedRequest.IsSaved"/> false; lines are unmasked.
/// </summary>
public sealed record RecentView
{
    /// <summary>The window's start.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>The window's end.</summary>
    public required DateTimeOffset To { get; init; }

    /// <summary>The error logs, in the order given.</summary>
    public ImmutableArray<LogFileView> ErrorLogs { get; init; } = [];

    /// <summary>The access logs, in the order given.</summary>
    public ImmutableArray<LogFileView> AccessLogs { get; init; } = [];

    /// <summary>Requests in the access logs; 0 without one.</summary>
    public long RequestCount { get; init; }

    /// <summary>Those of them with 5xx.</summary>
    public long ServerErrors { get; init; }

    /// <summary>Requests by status.</summary>
    public ImmutableSortedDictionary<int, long> ByStatus { get; init; } = ImmutableSortedDictionary<int, long>.Empty;

    /// <summary>Every request that failed or nearly did, oldest first.</summary>
    public ImmutableArray<FailedRequest> Requests { get; init; } = [];

    /// <summary>
    /// How many lines more that tell of failures there were, in both logs, than memory was given to: the latest ones.
    /// </summary>
    public long Dropped { get; init; }

    /// <summary>The failures by kind and server, most first.</summary>
    public ImmutableArray<FailureGroup> Failures { get; init; } = [];

    /// <summary>How each server did, most failures first.</summary>
    public ImmutableArray<MemberCount> Members { get; init; } = [];

    /// <summary>What "no live upstreams" follows from; null where that was not said.</summary>
    public Amplification? Amplification { get; init; }

    /// <summary>
    /// When the failures began that go on until the last one, without a pause of two minutes; null without failures.
    /// </summary>
    public DateTimeOffset? FailingSince { get; init; }

    /// <summary>The time that most failures took; null where they share none.</summary>
    public TimerEdge? Edge { get; init; }

    /// <summary>The slowest servers' times, slowest first.</summary>
    public ImmutableArray<SlowRequest> Slowest { get; init; } = [];

    /// <summary>Requests and errors by the minute.</summary>
    public ImmutableArray<MinuteCount> Timeline { get; init; } = [];

    /// <summary>Every known phrase that was written, the harmless too, in the order in which they began.</summary>
    public ImmutableArray<PhraseCount> Phrases { get; init; } = [];

    /// <summary>
    /// The least severe level in the error logs; null where nothing was written. What is less severe still may be
    /// switched off, so that its absence proves nothing.
    /// </summary>
    public NginxLevel? QuietestLevel { get; init; }

    /// <summary>The observables that all of this answers.</summary>
    public ImmutableDictionary<Observable, bool> Answers { get; init; } = ImmutableDictionary<Observable, bool>.Empty;
}
