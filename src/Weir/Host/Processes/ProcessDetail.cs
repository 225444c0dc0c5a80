namespace Weir.Host.Processes;

/// <summary>What is worth knowing of one process that has a part in the site. Each fact stands for itself.</summary>
/// <param name="Id">The process.</param>
/// <param name="Descriptors">How many descriptors it has open. Another user's: needs CAP_SYS_PTRACE.</param>
/// <param name="DescriptorLimit">"Max open files": at the soft limit it gets EMFILE.</param>
/// <param name="ProcessLimit">"Max processes", threads of all processes of its user: beyond it EAGAIN.</param>
/// <param name="Namespaces">What it is closed in.</param>
/// <param name="Groups">Its control groups, the lines of <c>/proc/PID/cgroup</c>.</param>
/// <param name="Executable">The program's file; ends with " (deleted)" when it was replaced since the start.</param>
/// <param name="WorkingFolder">Its current folder.</param>
/// <param name="Label">Its SELinux context or AppArmor profile.</param>
public sealed record ProcessDetail(
    int Id,
    Reading<int> Descriptors,
    Reading<ProcessLimit> DescriptorLimit,
    Reading<ProcessLimit> ProcessLimit,
    ProcessNamespaces Namespaces,
    Reading<IReadOnlyList<ProcessGroup>> Groups,
    Reading<string> Executable,
    Reading<string> WorkingFolder,
    Reading<string> Label)
{
    /// <summary>Open descriptors as a share of the soft limit, 0 to 1; null when one of them is not known.</summary>
    public double? DescriptorShare
        => Descriptors.TryGet(out var open) && DescriptorLimit.TryGet(out var limit) && limit.Soft > 0
            ? Math.Min(1, (double)open / limit.Soft)
            : null;

    /// <summary>Reads the facts of a process.</summary>
    public static ProcessDetail Read(HostRoot root, int id)
    {
        ArgumentNullException.ThrowIfNull(root);
        var folder = $"/proc/{id}/";
        var limits = root.Text(folder + "limits");
        return new ProcessDetail(
            id,
            root.Names(folder + "fd").Select(names => names.Count),
            limits.Parse(folder + "limits", text => ProcessText.Limit(text, "Max open files")),
            limits.Parse(folder + "limits", text => ProcessText.Limit(text, "Max processes")),
            ProcessNamespaces.Read(root, id),
            root.Text(folder + "cgroup").Select(ProcessGroup.ParseAll),
            root.Link(folder + "exe"),
            root.Link(folder + "cwd"),
            root.Text(folder + "attr/current").Select(text => text.Trim('\0', '\n', ' ')));
    }
}
