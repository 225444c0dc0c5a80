namespace Weir.Host.Cgroups;

/// <summary>The processes and threads of a control group.</summary>
/// <param name="Current">How many there are.</param>
/// <param name="Limit">
/// How many there may be, the lowest limit of this group and those above it; <see cref="long.MaxValue"/> is none.
/// </param>
/// <param name="Refused">How often a fork or a thread was refused for this group's own limit (EAGAIN).</param>
public sealed record CgroupTasks(Reading<long> Current, Reading<long> Limit, Reading<long> Refused)
{
    internal static CgroupTasks Read(HostRoot root, CgroupFolder folder)
    {
        var events = folder.Folder + "/pids.events";
        return new CgroupTasks(
            root.Number(folder.Folder + "/pids.current"),
            CgroupFiles.LowestUpwards(root, folder, "pids.max"),
            root.Text(events).ParseValue(events, CgroupFiles.Named("max")));
    }
}
