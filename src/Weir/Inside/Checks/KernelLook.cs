using Weir.Host;
using Weir.Host.KernelLog;
using Weir.Probing;

namespace Weir.Inside.Checks;

/// <summary>What the kernel wrote down in the last minutes: kills for memory, crashes, full tables.</summary>
public sealed record KernelLook : Check
{
    /// <inheritdoc/>
    public override string Name => "the kernel's log";

    /// <inheritdoc/>
    public override TimeSpan Limit => TimeSpan.FromSeconds(5);

    /// <inheritdoc/>
    public override async Task<Fact> LookAsync(ProbeContext context, CancellationToken stop)
    {
        var (at, began) = (context.Clock.GetUtcNow(), context.Clock.GetTimestamp());
        var since = at - (context.Options.Inside?.Since ?? new InsideOptions().Since);
        var events = await Task.Run(() => KernelLogReader.Read(HostRoot.This, since, context.Clock), stop);
        return new KernelSeen(at, context.Clock.GetElapsedTime(began), events);
    }
}

/// <summary>The kernel's log.</summary>
/// <param name="At">When it was read (UTC).</param>
/// <param name="Took">How long it took.</param>
/// <param name="Events">What it holds, or why it may not be read.</param>
public sealed record KernelSeen(DateTimeOffset At, TimeSpan Took, Reading<IReadOnlyList<KernelEvent>> Events)
    : Fact(At, Took)
{
    /// <inheritdoc/>
    public override string Says => "";
}
