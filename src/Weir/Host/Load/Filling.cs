namespace Weir.Host.Load;

/// <summary>A table of the kernel with a limit: open files, tracked connections.</summary>
/// <param name="Used">How many there are.</param>
/// <param name="Limit">How many there may be.</param>
public sealed record Filling(long Used, long Limit)
{
    private const string FileTable = "/proc/sys/fs/file-nr";
    private const string Conntrack = "/proc/sys/net/netfilter/nf_conntrack_";

    /// <summary>How full it is, 0 to 1.</summary>
    public double Share => Limit > 0 ? Math.Min(1, (double)Used / Limit) : 0;

    /// <summary>Open files of the whole machine; at the limit everybody gets ENFILE.</summary>
    public static Reading<Filling> ReadFiles(HostRoot root)
    {
        ArgumentNullException.ThrowIfNull(root);
        return root.Text(FileTable).Parse(FileTable, ParseFiles);
    }

    /// <summary>
    /// Tracked connections of a network namespace; at the limit new ones are dropped. Absent where connection tracking
    /// is not loaded.
    /// </summary>
    public static Reading<Filling> ReadConntrack(NetworkSeat seat)
    {
        ArgumentNullException.ThrowIfNull(seat);
        return seat.Process is null ? Here() : seat.Inside(Here);

        Reading<Filling> Here() => seat.Root.Number(Conntrack + "count")
            .Then(count => seat.Root.Number(Conntrack + "max").Select(max => new Filling(count, max)));
    }

    /// <summary>Reads <c>allocated unused maximum</c>.</summary>
    internal static Filling? ParseFiles(string text)
        => KernelText.Cells(text.Trim()) is [var used, var free, var limit]
            && KernelText.Number(used) is { } allocated
            && KernelText.Number(free) is { } unused
            && KernelText.Number(limit) is { } maximum
                ? new Filling(Math.Max(0, allocated - unused), maximum)
                : null;
}
