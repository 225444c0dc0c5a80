namespace Weir.Host.Journal;

/// <summary>What systemd wrote down about a unit.</summary>
/// <param name="At">When.</param>
/// <param name="Unit">The unit: <c>app.service</c>.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Text">The message.</param>
public sealed record UnitEvent(DateTimeOffset At, string Unit, UnitEventKind Kind, string Text)
{
    /// <summary>
    /// How the main process ended: <c>exited</c>, <c>killed</c> by a signal, <c>dumped</c> after one; null for others.
    /// </summary>
    public string? Code { get; init; }

    /// <summary>The exit code, or the number of the signal.</summary>
    public int? Status { get; init; }

    /// <summary>How often it has been started again by now.</summary>
    public long? Restarts { get; init; }

    /// <summary>Why it failed: <c>exit-code</c>, <c>signal</c>, <c>oom-kill</c>, <c>timeout</c>, …</summary>
    public string? Result { get; init; }
}
