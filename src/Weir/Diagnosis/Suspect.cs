using System.Collections.Immutable;
using Weir.Knowledge;

namespace Weir.Diagnosis;

/// <summary>One cause with what speaks for and against it.</summary>
/// <param name="Cause">What is known of it.</param>
/// <param name="Confidence">0 to 1.</param>
/// <param name="For">Answered observables that make it likelier than the others.</param>
/// <param name="Against">Answered observables that make it less likely.</param>
/// <param name="FailureFits">Whether the failure that was seen speaks for it (true) or against it (false).</param>
public sealed record Suspect(
    CauseKnowledge Cause, double Confidence, ImmutableArray<Observable> For, ImmutableArray<Observable> Against,
    bool? FailureFits);
