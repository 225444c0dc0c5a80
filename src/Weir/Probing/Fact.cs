namespace Weir.Probing;

/// <summary>What one check measured. Facts are plain values; what they mean is read from them afterwards.</summary>
/// <param name="At">When the check began (UTC).</param>
/// <param name="Took">How long it took.</param>
public abstract record Fact(DateTimeOffset At, TimeSpan Took)
{
    /// <summary>One line for a person who watches the checks; empty where it is not worth one.</summary>
    public abstract string Says { get; }
}
