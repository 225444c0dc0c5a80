using Weir.Host.KernelLog;
using Weir.Host.Processes;

namespace Weir.Inside.Readings;

/// <summary>
/// Which processes belong to the failing end. The kernel keeps one log for all containers, so a kill is evidence only
/// for its own.
/// </summary>
internal sealed class ConcernedProcesses
{
    private readonly HashSet<int> ids;
    private readonly HashSet<string> names;
    private readonly HashSet<string> groups;

    public ConcernedProcesses(InsideView view, JudgedHop judged)
    {
        var machines = new[] { view.Begin, view.End }.OfType<Machine>().ToList();
        List<HostProcess> owners = judged.End is not { Endpoint: { } endpoint } end
            || view.SpaceOf(end) is not { } space
            ? []
            : [.. machines.SelectMany(machine => machine.ListenersFor(endpoint, space)
                .SelectMany(row => row.Owners)
                .SelectMany(owner => machine.Processes.ChildrenOf(owner.Id).Prepend(owner)))];
        var neighbours = judged.End is { } failing && view.SpaceOf(failing) is { Door: not null } inside
            && view.Begin is { } begin && inside != view.Gateway?.Place?.Space
                ? begin.Processes.Rows.Values.Where(each => begin.SpaceOf(each.Id) == inside)
                : [];
        var all = owners.Concat(neighbours).DistinctBy(each => each.Id).ToList();
        ids = [.. all.Select(each => each.Id)];
        names = [.. all.Select(each => each.Name)];
        groups = view.Begin is { } machine
            ? [.. all.SelectMany(each => GroupsOf(machine, each.Id)).Where(path => path.Length > 1)]
            : [];
    }

    /// <summary>Whether an event is about one of them, or about one of the same name or group that has died.</summary>
    public bool Concerns(KernelEvent happened) => happened.Kind switch
    {
        KernelEventKind.CgroupOutOfMemory or KernelEventKind.OutOfMemory or KernelEventKind.Crash
            => (happened.Process is { } id && ids.Contains(id))
                || (happened.Place is { Length: > 0 } place ? groups.Contains(place)
                    : happened.Name is { } name && names.Contains(name)),
        KernelEventKind.ConntrackFull => true,
        KernelEventKind.SynFlood or KernelEventKind.AccessDenied
            => happened.Name is { } program && names.Contains(program),
        _ => false,
    };

    private static IEnumerable<string> GroupsOf(Machine machine, int process)
        => machine.Root.Text($"/proc/{process}/cgroup").Select(ProcessGroup.ParseAll).Or([])
            .Select(group => group.Path);
}
