namespace Weir.Host.Load;

/// <summary>What the processors did since the boot, in hundredths of a second of all of them together.</summary>
/// <param name="Processors">How many there are.</param>
/// <param name="Total">All of the time.</param>
/// <param name="Idle">Nothing.</param>
/// <param name="DiskWait">Nothing, while a task waited for a disk.</param>
/// <param name="Stolen">The hypervisor ran somebody else.</param>
public sealed record ProcessorTimes(int Processors, long Total, long Idle, long DiskWait, long Stolen)
{
    private const string File = "/proc/stat";

    /// <summary>Reads them.</summary>
    public static Reading<ProcessorTimes> Read(HostRoot root)
    {
        ArgumentNullException.ThrowIfNull(root);
        return root.Text(File).Parse(File, Parse);
    }

    /// <summary>What they did since an earlier reading; null when no time passed.</summary>
    public ProcessorShares? Since(ProcessorTimes before)
    {
        ArgumentNullException.ThrowIfNull(before);
        double total = Total - before.Total;
        return total <= 0 ? null : new ProcessorShares(
            Share(total - (Idle - before.Idle) - (DiskWait - before.DiskWait), total),
            Share(DiskWait - before.DiskWait, total),
            Share(Stolen - before.Stolen, total));
    }

    /// <summary>
    /// Reads <c>cpu user nice system idle iowait irq softirq steal guest guest_nice</c>; the time of guests is a part
    /// of user and nice.
    /// </summary>
    internal static ProcessorTimes? Parse(string text)
    {
        var lines = KernelText.Lines(text).Select(KernelText.Cells).Where(cells => cells.Length > 0).ToArray();
        var all = lines.FirstOrDefault(cells => cells[0] == "cpu")?.Skip(1).Take(8).Select(KernelText.Number).ToArray();
        return all is [_, _, _, { } idle, { } disk, _, _, { } stolen] && all.All(number => number is not null)
            ? new ProcessorTimes(
                lines.Count(cells => cells[0].StartsWith("cpu", StringComparison.Ordinal) && cells[0].Length > 3),
                all.Aggregate(0L, (sum, number) => unchecked(sum + number!.Value)), idle, disk, stolen)
            : null;
    }

    private static double Share(double part, double total) => Math.Clamp(part / total, 0, 1);
}
