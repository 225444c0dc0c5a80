using System.Collections.Immutable;

namespace Weir.Diagnosis;

/// <summary>The whole answer: what contract section 3 promises, and what only people read.</summary>
public sealed record Diagnosis
{
    /// <summary>The URL that was asked for.</summary>
    public required string Target { get; init; }

    /// <summary>When the command began (UTC).</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>How long it took.</summary>
    public required TimeSpan Took { get; init; }

    /// <summary>How the site is.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>The status that most samples got; null without an HTTP answer.</summary>
    public int? Status { get; init; }

    /// <summary>Whom it concerns.</summary>
    public Scope Scope { get; init; }

    /// <summary>Who wrote the answer; null where nobody answered.</summary>
    public AnsweredBy? AnsweredBy { get; init; }

    /// <summary>What failed on the wire.</summary>
    public ImmutableArray<Sighting> Failures { get; init; } = [];

    /// <summary>Candidates of 0.05 or more, most likely first, a root before what it brings about.</summary>
    public ImmutableArray<SuspectedCause> Causes { get; init; } = [];

    /// <summary>Everything that was seen.</summary>
    public ImmutableArray<Evidence> Evidence { get; init; } = [];

    /// <summary>What was not looked at.</summary>
    public ImmutableArray<SkippedCheck> Skipped { get; init; } = [];

    /// <summary>The looks that would settle it, the most informative first.</summary>
    public ImmutableArray<string> Next { get; init; } = [];

    /// <summary>The visitor's usual steps, done for them.</summary>
    public ImmutableArray<VisitorStep> Steps { get; init; } = [];

    /// <summary>Whom a visitor can tell: addresses and where they were found.</summary>
    public ImmutableArray<string> Contacts { get; init; } = [];

    /// <summary>The way from the visitor to the application.</summary>
    public ImmutableArray<PathStation> Path { get; init; } = [];

    /// <summary>Redirects that were followed, each as <c>status location</c>.</summary>
    public ImmutableArray<string> Redirects { get; init; } = [];

    /// <summary>Whether the first cause may be acted on.</summary>
    public bool Determined => Verdict == Verdict.Healthy || (Causes is [var first, ..] && first.Confidence >= 0.5);
}
