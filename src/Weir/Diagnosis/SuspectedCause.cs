using System.Collections.Immutable;
using Weir.Vocabulary;

namespace Weir.Diagnosis;

/// <summary>A cause that may be behind the failure.</summary>
/// <param name="Id">Its id in the closed list.</param>
/// <param name="Confidence">0 to 1; a promise: of the verdicts given at 0.9, nine of ten are right.</param>
/// <param name="Title">One line.</param>
/// <param name="Summary">Plain words.</param>
/// <param name="For">Ids of the evidence that speaks for it.</param>
/// <param name="Against">Ids of the evidence that speaks against it.</param>
/// <param name="VisitorRemedies">What the visitor can do.</param>
/// <param name="AdminRemedies">What the administrator can do, each prefixed with the product it is for.</param>
public sealed record SuspectedCause(
    string Id, double Confidence, string Title, string Summary, ImmutableArray<string> For,
    ImmutableArray<string> Against, ImmutableArray<string> VisitorRemedies, ImmutableArray<string> AdminRemedies)
{
    /// <summary>The part of the id before the dot.</summary>
    public string Category => CauseList.CategoryOf(Id);
}
