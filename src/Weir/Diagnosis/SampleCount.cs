namespace Weir.Diagnosis;

/// <summary>The repeated requests, counted.</summary>
/// <param name="Total">How many were sent.</param>
/// <param name="Failed">How many of them failed: no answer, a broken answer, a 5xx, or a refusal of this
/// visitor.</param>
/// <param name="Answered">How many got a status line at all.</param>
public readonly record struct SampleCount(int Total, int Failed, int Answered);
