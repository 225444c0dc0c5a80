namespace Weir.Host.Processes;

/// <summary>Which processes hold which sockets, by the links of <c>/proc/PID/fd</c>.</summary>
/// <param name="ByInode">
/// The processes that have the socket of an inode open; a master and its workers share it.
/// </param>
/// <param name="Unread">
/// Processes whose descriptors may not be read; a socket without owner may belong to one of them.
/// </param>
public sealed record SocketOwners(
    IReadOnlyDictionary<long, IReadOnlyList<int>> ByInode, IReadOnlyList<Unread> Unread)
{
    /// <summary>Links read of all processes together: about two seconds.</summary>
    private const int MaxLinks = 1_000_000;

    /// <summary>The processes that hold a socket; empty when none was found.</summary>
    public IReadOnlyList<int> Of(long inode) => ByInode.GetValueOrDefault(inode) ?? [];

    /// <summary>Reads the sockets of the given processes.</summary>
    /// <param name="root">Where.</param>
    /// <param name="processes">Their numbers.</param>
    /// <param name="wanted">The inodes looked for; null takes all of them.</param>
    public static SocketOwners Read(HostRoot root, IEnumerable<int> processes, IReadOnlySet<long>? wanted = null)
    {
        ArgumentNullException.ThrowIfNull(root);
        ArgumentNullException.ThrowIfNull(processes);
        var owners = new Dictionary<long, List<int>>();
        var unread = new List<Unread>();
        var left = MaxLinks;
        foreach (var process in processes)
        {
            var folder = $"/proc/{process}/fd";
            var names = root.Names(folder);
            if (names.Missing is { Reason: not UnreadReason.Absent } missing)
            {
                unread.Add(missing);
            }

            foreach (var inode in names.Or([]).Select(name => SocketOf(root, $"{folder}/{name}")).OfType<long>())
            {
                Note(owners, wanted, inode, process);
            }

            if ((left -= names.Or([]).Count) < 0)
            {
                unread.Add(new Unread("/proc/PID/fd", UnreadReason.Failed, $"more than {MaxLinks} descriptors"));
                break;
            }
        }

        return new SocketOwners(
            owners.ToDictionary(pair => pair.Key, IReadOnlyList<int> (pair) => pair.Value), unread);
    }

    private static void Note(Dictionary<long, List<int>> owners, IReadOnlySet<long>? wanted, long inode, int process)
    {
        if (wanted is not null && !wanted.Contains(inode))
        {
            return;
        }

        if (!owners.TryGetValue(inode, out var list))
        {
            owners[inode] = list = [];
        }

        if (!list.Contains(process))
        {
            list.Add(process); // A process may hold the same socket twice.
        }
    }

    private static long? SocketOf(HostRoot root, string path)
        => root.Link(path).TryGet(out var link) ? ProcessText.NumberOf(link, "socket") : null;
}
