using Weir.Probing.Tcp;

namespace Weir.Probing.Checks;

/// <summary>A sample's connection was answered, or not; told before the sample is finished.</summary>
/// <param name="At">When it began (UTC).</param>
/// <param name="Took">How long connecting took.</param>
/// <param name="Sample">The sample it belongs to.</param>
/// <param name="Attempt">What connecting met.</param>
public sealed record Reached(DateTimeOffset At, TimeSpan Took, Sample Sample, ConnectAttempt Attempt) : Fact(At, Took)
{
    /// <inheritdoc/>
    public override string Says => Sample is { Number: 0, Variation: Variation.AsAsked }
        ? $"{Attempt.EndpointName} {(Attempt.Connected ? "accepts connections" : Attempt.Outcome)}"
            + $" ({Took.TotalMilliseconds:0.0} ms)"
        : "";
}
