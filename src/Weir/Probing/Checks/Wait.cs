namespace Weir.Probing.Checks;

/// <summary>Lets some time pass, so that the plan can tell what is slow from what is not.</summary>
/// <param name="Time">How long, from the beginning of the looking.</param>
public sealed record Wait(TimeSpan Time) : Check
{
    /// <inheritdoc/>
    public override string Name => "waiting";

    /// <inheritdoc/>
    public override TimeSpan Limit => Time * 4;

    /// <inheritdoc/>
    public override async Task<Fact> LookAsync(ProbeContext context, CancellationToken stop)
    {
        var at = context.Clock.GetUtcNow();
        await Task.Delay(Time, context.Clock, stop);
        return new Waited(at, Time);
    }
}

/// <summary>That much time has passed.</summary>
/// <param name="At">Since when (UTC).</param>
/// <param name="Took">How long.</param>
public sealed record Waited(DateTimeOffset At, TimeSpan Took) : Fact(At, Took)
{
    /// <inheritdoc/>
    public override string Says => "";
}
