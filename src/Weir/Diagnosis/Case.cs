using System.Collections.Immutable;
using Weir.Vocabulary;

namespace Weir.Diagnosis;

/// <summary>
/// Everything that the seats saw of one site, before judgement: plain values, so that any case can be judged again.
/// </summary>
public sealed record Case
{
    /// <summary>The URL that was asked for.</summary>
    public required string Target { get; init; }

    /// <summary>When the looking began (UTC).</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>How long it took.</summary>
    public required TimeSpan Took { get; init; }

    /// <summary>How many of the samples there were, and how many of them failed.</summary>
    public required SampleCount Samples { get; init; }

    /// <summary>The status that most samples got.</summary>
    public int? Status { get; init; }

    /// <summary>Whether something other than failed samples is wrong: slow near a limit, a broken member.</summary>
    public bool Ailing { get; init; }

    /// <summary>Whom it concerns, as far as the seats can tell.</summary>
    public Scope Scope { get; init; }

    /// <summary>Who answered.</summary>
    public AnsweredBy? AnsweredBy { get; init; }

    /// <summary>What failed on the wire, the hop that is judged first.</summary>
    public ImmutableArray<Sighting> Failures { get; init; } = [];

    /// <summary>What is known of the failure at the broken hop (see <see cref="Testimony.Failure"/>).</summary>
    public ImmutableDictionary<Failure, double> Failure { get; init; } = ImmutableDictionary<Failure, double>.Empty;

    /// <summary>Everything that was seen, in the order of the report.</summary>
    public ImmutableArray<Finding> Findings { get; init; } = [];

    /// <summary>What was not looked at.</summary>
    public ImmutableArray<SkippedCheck> Skipped { get; init; } = [];

    /// <summary>Looks that the seats propose themselves, before those that the judge would take.</summary>
    public ImmutableArray<string> Looks { get; init; } = [];

    /// <summary>The visitor's usual steps.</summary>
    public ImmutableArray<VisitorStep> Steps { get; init; } = [];

    /// <summary>Whom a visitor can tell.</summary>
    public ImmutableArray<string> Contacts { get; init; } = [];

    /// <summary>The way from the visitor to the application.</summary>
    public ImmutableArray<PathStation> Path { get; init; } = [];

    /// <summary>Redirects that were followed.</summary>
    public ImmutableArray<string> Redirects { get; init; } = [];

    /// <summary>The values of the placeholders in remedies and questions.</summary>
    public ImmutableDictionary<string, string> Places { get; init; } = ImmutableDictionary<string, string>.Empty;
}
