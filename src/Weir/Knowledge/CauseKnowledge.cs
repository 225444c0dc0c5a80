using System.Collections.Immutable;
using Weir.Diagnosis;
using Weir.Vocabulary;

namespace Weir.Knowledge;

/// <summary>Everything that is known of one cause: the content of its file in <c>causes/</c>.</summary>
public sealed record CauseKnowledge
{
    /// <summary>Its id in the closed list, for example <c>upstream.not-listening</c>.</summary>
    public required string Id { get; init; }

    /// <summary>One line, without a full stop.</summary>
    public required string Title { get; init; }

    /// <summary>How often it is the cause, against the other causes; only ratios count.</summary>
    public required double Weight { get; init; }

    /// <summary>Plain words, one string a paragraph; the first one is the summary.</summary>
    public required ImmutableArray<string> Explanation { get; init; }

    /// <summary>How likely each failure is under this cause, 0 to 1; together at most 1.</summary>
    public required ImmutableDictionary<Failure, double> ShowsAs { get; init; }

    /// <summary>How likely yes is for each observable that this cause speaks of.</summary>
    public required ImmutableDictionary<Observable, Sign> Signs { get; init; }

    /// <summary>Causes that this one brings about, with the probability that it does.</summary>
    public required ImmutableDictionary<string, double> BringsAbout { get; init; }

    /// <summary>Causes that look alike, with what separates them.</summary>
    public required ImmutableArray<LookAlike> ConfusedWith { get; init; }

    /// <summary>What the visitor can do, the most helpful first.</summary>
    public required ImmutableArray<string> VisitorRemedies { get; init; }

    /// <summary>What the administrator can do.</summary>
    public required ImmutableArray<Remedy> AdminRemedies { get; init; }

    /// <summary>The part of the id before the dot.</summary>
    public string Category => CauseList.CategoryOf(Id);
}
