using System.Collections.Immutable;

namespace Weir.Diagnosis;

/// <summary>The judge's word.</summary>
/// <param name="Suspects">Every cause of 0.05 or more, in the order of the report.</param>
/// <param name="Unexplained">How likely it is that none of the known causes is behind it.</param>
/// <param name="Next">The unanswered observables that would tell most, best first.</param>
/// <param name="FailureWouldTell">Whether knowing the failure at the hop would tell more than any of them.</param>
public sealed record Ranking(
    ImmutableArray<Suspect> Suspects, double Unexplained, ImmutableArray<Observable> Next, bool FailureWouldTell);
