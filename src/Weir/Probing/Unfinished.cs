namespace Weir.Probing;

/// <summary>
/// A check that the end of the budget, or its own limit, cut off; it is reported as skipped, never as a pass.
/// </summary>
/// <param name="Check">What was being looked at.</param>
/// <param name="At">When it began (UTC).</param>
/// <param name="Took">How long it had been running.</param>
public sealed record Unfinished(Check Check, DateTimeOffset At, TimeSpan Took) : Fact(At, Took)
{
    /// <inheritdoc/>
    public override string Says => $"{Check.Name}: not finished after {Took.TotalSeconds:0.0} s";
}
