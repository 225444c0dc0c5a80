using Weir.Host.FileSystems;
using Weir.Host.Load;
using Weir.Host.Processes;

namespace Weir.Host.Cgroups;

/// <summary>
/// What the control groups of a process tell: the machine may be idle while a container is at its limit.
/// </summary>
/// <param name="Memory">Its memory.</param>
/// <param name="Processor">Its processor time.</param>
/// <param name="Tasks">Its processes and threads.</param>
/// <param name="ProcessorPressure">Waiting for a processor within the group; version 2 only.</param>
/// <param name="MemoryPressure">Waiting for memory within the group; version 2 only.</param>
public sealed record CgroupFacts(
    Reading<CgroupMemory> Memory,
    Reading<CgroupProcessor> Processor,
    Reading<CgroupTasks> Tasks,
    Reading<Pressure> ProcessorPressure,
    Reading<Pressure> MemoryPressure)
{
    /// <summary>Reads the groups of a process.</summary>
    public static CgroupFacts Read(HostRoot root, int process)
    {
        ArgumentNullException.ThrowIfNull(root);
        var groups = root.Text($"/proc/{process}/cgroup").Select(ProcessGroup.ParseAll);
        var mounts = MountTable.Read(root);
        return new CgroupFacts(
            Folder("memory").Select(folder => CgroupMemory.Read(root, folder)),
            Folder("cpu").Then(folder => CgroupProcessor.Read(root, folder)),
            Folder("pids").Select(folder => CgroupTasks.Read(root, folder)),
            Folder("cpu").Then(folder => Pressure.Read(root, folder.Folder + "/cpu.pressure")),
            Folder("memory").Then(folder => Pressure.Read(root, folder.Folder + "/memory.pressure")));

        Reading<CgroupFolder> Folder(string controller) => groups.Then(own => mounts.Then(table
            => CgroupFolder.Of(controller, own, table) is { } folder
                ? Readings.Of(folder)
                : Readings.Missing<CgroupFolder>(new Unread(
                    $"cgroup {controller} of {process}", UnreadReason.Absent, "not mounted here"))));
    }

    /// <summary>
    /// What happened since an earlier reading of the same process. Each is null where it was not read twice.
    /// </summary>
    public CgroupChange Since(CgroupFacts before)
    {
        ArgumentNullException.ThrowIfNull(before);
        return new CgroupChange(
            Rise(before, facts => facts.Memory.Then(memory => memory.OomKills)),
            Rise(before, facts => facts.Memory.Then(memory => memory.LimitHits)),
            Rise(before, facts => facts.Processor.Select(processor => processor.Periods)),
            Rise(before, facts => facts.Processor.Select(processor => processor.Throttled)),
            Rise(before, facts => facts.Processor.Select(processor => processor.ThrottledTime.Ticks)) is { } ticks
                ? TimeSpan.FromTicks(ticks)
                : null,
            Rise(before, facts => facts.Tasks.Then(tasks => tasks.Refused)));
    }

    private long? Rise(CgroupFacts before, Func<CgroupFacts, Reading<long>> part)
        => part(this).TryGet(out var now) && part(before).TryGet(out var then) && now >= then ? now - then : null;
}
