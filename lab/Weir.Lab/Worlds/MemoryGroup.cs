using System.Collections.Immutable;

namespace Weir.Lab.Worlds;

/// <summary>
/// A control group that limits memory (version 1 of the kernel's interface), below this process's own. The kernel
/// ends a process of the group when the group needs more.
/// </summary>
internal sealed class MemoryGroup : IDisposable
{
    private const string Controller = "/sys/fs/cgroup/memory";

    /// <summary>The wrapper of a program ends within milliseconds of it.</summary>
    private static readonly TimeSpan EndLimit = TimeSpan.FromSeconds(5);

    private readonly string _folder;

    private MemoryGroup(string folder) => _folder = folder;

    /// <summary>Whether this machine has the controller.</summary>
    public static bool IsHere => File.Exists(Path.Combine(Controller, "memory.limit_in_bytes"));

    /// <summary>Words before a command that make it a member.</summary>
    public ImmutableArray<string> Joining =>
        ["sh", "-c", "echo $$ >\"$0\" && exec \"$@\"", Path.Combine(_folder, "cgroup.procs")];

    /// <summary>Makes the group.</summary>
    /// <exception cref="InvalidOperationException">This machine has no such controller.</exception>
    public static MemoryGroup Create(int number, string host, long bytes)
    {
        if (!IsHere)
        {
            throw new InvalidOperationException("This machine has no memory controller of cgroup v1.");
        }

        var folder = Path.Combine(Own(), Leftovers.NameOf(number, host));
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "memory.limit_in_bytes"), bytes.ToString());
        return new MemoryGroup(folder);
    }

    /// <summary>
    /// Removes the group. The programs of the container have ended; what started them, outside of it, ends a moment
    /// later, and the kernel removes no group with a member.
    /// </summary>
    public void Dispose()
    {
        var members = Path.Combine(_folder, "cgroup.procs");
        if (!SpinWait.SpinUntil(() => File.ReadAllText(members).Length == 0, EndLimit))
        {
            throw new InvalidOperationException($"{_folder} still has processes: {File.ReadAllText(members).Trim()}");
        }

        Directory.Delete(_folder);
    }

    /// <summary>The groups below this process's own whose name begins so.</summary>
    public static IEnumerable<string> Folders(string prefix)
        => IsHere ? Directory.EnumerateDirectories(Own(), prefix + "*") : [];

    private static string Own() => Controller + File.ReadLines("/proc/self/cgroup")
        .Select(line => line.Split(':', 3))
        .First(parts => parts[1] == "memory")[2]
        .TrimEnd('/');
}
