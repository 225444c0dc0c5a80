using Weir.Host;
using Weir.Host.Cgroups;
using Weir.Host.Journal;
using Weir.Host.Processes;
using Weir.Probing;

namespace Weir.Inside.Checks;

/// <summary>The control groups of a process and its unit of systemd, at one of two moments.</summary>
/// <param name="Root">Where the process is seen.</param>
/// <param name="Process">The process.</param>
/// <param name="Moment">The beginning, or the end for a difference.</param>
public sealed record GroupLook(HostRoot Root, int Process, Moment Moment) : Check
{
    /// <inheritdoc/>
    public override string Name => $"the control groups and the unit of process {Process}"
        + (Moment == Moment.Begin ? "" : ", again");

    /// <inheritdoc/>
    public override TimeSpan Limit => TimeSpan.FromSeconds(4);

    /// <inheritdoc/>
    public override async Task<Fact> LookAsync(ProbeContext context, CancellationToken stop)
    {
        var (at, began) = (context.Clock.GetUtcNow(), context.Clock.GetTimestamp());
        return await Task.Run(
            () => new GroupSeen(
                at, context.Clock.GetElapsedTime(began), this, CgroupFacts.Read(Root, Process), Unit()),
            stop);
    }

    // A machine without systemd has units no more than a container.
    private UnitState? Unit()
        => Root.Text($"/proc/{Process}/cgroup").Select(ProcessGroup.ParseAll).Or([])
            .Select(group => group.Unit).FirstOrDefault(unit => unit is not null) is { } name
            && UnitState.Read([name]).TryGet(out var units) && units is [var unit, ..]
                ? unit
                : null;
}

/// <summary>What the control groups of a process tell.</summary>
/// <param name="At">When (UTC).</param>
/// <param name="Took">How long it took.</param>
/// <param name="Look">Whose, and which moment.</param>
/// <param name="Groups">The groups.</param>
/// <param name="Unit">The unit; null where there is none, or no systemd.</param>
public sealed record GroupSeen(DateTimeOffset At, TimeSpan Took, GroupLook Look, CgroupFacts Groups, UnitState? Unit)
    : Fact(At, Took)
{
    /// <inheritdoc/>
    public override string Says => "";
}
