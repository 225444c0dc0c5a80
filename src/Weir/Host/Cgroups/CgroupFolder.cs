using Weir.Host.FileSystems;
using Weir.Host.Processes;

namespace Weir.Host.Cgroups;

/// <summary>Where the files of a control group are, cgroups(7).</summary>
/// <param name="Unified">It is one of version 2, whose files have other names.</param>
/// <param name="Point">Where the hierarchy is mounted.</param>
/// <param name="Path">The group below it; empty is the root of what is mounted.</param>
public sealed record CgroupFolder(bool Unified, string Point, string Path)
{
    /// <summary>The folder.</summary>
    public string Folder => Point + Path;

    /// <summary>The folders of this group and of those above it, which limit it too; nearest first.</summary>
    public IEnumerable<string> Upwards
    {
        get
        {
            for (var path = Path; ; path = path[..Math.Max(0, path.LastIndexOf('/'))])
            {
                yield return Point + path;
                if (path.Length == 0)
                {
                    yield break;
                }
            }
        }
    }

    /// <summary>
    /// The folder of the group that controls something for a process: that of version 1 where the controller is mounted
    /// so (also in a hybrid), otherwise that of version 2. Null where none is visible from here.
    /// </summary>
    /// <param name="controller"><c>memory</c>, <c>cpu</c> or <c>pids</c>.</param>
    /// <param name="groups">The groups of the process.</param>
    /// <param name="mounts">The mounts that we see.</param>
    public static CgroupFolder? Of(string controller, IReadOnlyList<ProcessGroup> groups, MountTable mounts)
    {
        ArgumentNullException.ThrowIfNull(groups);
        ArgumentNullException.ThrowIfNull(mounts);
        return groups.FirstOrDefault(group => group.Controllers.Contains(controller)) is { } old
            ? Below(mounts.Rows.LastOrDefault(row => IsOld(row, controller)), old)
            : groups.FirstOrDefault(group => group.IsUnified) is { } unified
                ? Below(mounts.Rows.LastOrDefault(row => row.Type == "cgroup2"), unified)
                : null;
    }

    private static bool IsOld(MountRow row, string controller)
        => row.Type == "cgroup" && row.SuperOptions.Contains(controller);

    /// <summary>In a container only its own group is mounted, and not the whole hierarchy.</summary>
    private static CgroupFolder? Below(MountRow? mount, ProcessGroup group)
    {
        if (mount is null || group.Path.Contains("/..", StringComparison.Ordinal))
        {
            return null; // A group outside of our control-group namespace cannot be reached.
        }

        var root = mount.Root.TrimEnd('/');
        var path = group.Path.TrimEnd('/');
        return path == root ? new(group.IsUnified, mount.Point, "")
            : path.StartsWith(root + "/", StringComparison.Ordinal)
                ? new(group.IsUnified, mount.Point, path[root.Length..])
                : null;
    }
}
