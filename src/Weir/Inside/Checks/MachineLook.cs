using Weir.Host;
using Weir.Probing;

namespace Weir.Inside.Checks;

/// <summary>This machine's processes, listeners and namespaces, at one of two moments.</summary>
/// <param name="Moment">The beginning, or the end for a difference.</param>
public sealed record MachineLook(Moment Moment) : Check
{
    /// <inheritdoc/>
    public override string Name => Moment == Moment.Begin ? "this machine's processes and sockets"
        : "this machine's processes and sockets, again";

    /// <inheritdoc/>
    public override TimeSpan Limit => TimeSpan.FromSeconds(5);

    /// <inheritdoc/>
    public override async Task<Fact> LookAsync(ProbeContext context, CancellationToken stop)
    {
        var (at, began) = (context.Clock.GetUtcNow(), context.Clock.GetTimestamp());
        var machine = await Task.Run(() => Machine.Read(HostRoot.This), stop);
        return new MachineSeen(at, context.Clock.GetElapsedTime(began), Moment, machine);
    }
}

/// <summary>What this machine looked like.</summary>
/// <param name="At">When (UTC).</param>
/// <param name="Took">How long reading it took.</param>
/// <param name="Moment">Which of the two.</param>
/// <param name="Machine">The machine, or why it could not be read.</param>
public sealed record MachineSeen(DateTimeOffset At, TimeSpan Took, Moment Moment, Reading<Machine> Machine)
    : Fact(At, Took)
{
    /// <inheritdoc/>
    public override string Says => "";
}
