namespace Weir.Host.FileSystems;

/// <summary>A line of <c>/proc/PID/mountinfo</c>, proc_pid_mountinfo(5).</summary>
/// <param name="Root">The folder of the file system that is mounted; <c>/</c> is all of it.</param>
/// <param name="Point">Where.</param>
/// <param name="Type">The type: <c>ext4</c>, <c>tmpfs</c>, <c>cgroup2</c>.</param>
/// <param name="Source">What is mounted: a device, or a name.</param>
/// <param name="Options">The options of this mount.</param>
/// <param name="SuperOptions">The options of the file system itself.</param>
public sealed record MountRow(
    string Root,
    string Point,
    string Type,
    string Source,
    IReadOnlyList<string> Options,
    IReadOnlyList<string> SuperOptions)
{
    /// <summary>Nothing can be written here.</summary>
    public bool ReadOnly => Options.Contains("ro") || SuperOptions.Contains("ro");

    /// <summary>
    /// The file system itself became read-only while the mount was not asked to: what ext4 does after a disk error.
    /// </summary>
    public bool TurnedReadOnly => SuperOptions.Contains("ro") && !Options.Contains("ro");
}
