namespace Weir.Host.Cgroups;

/// <summary>The processor time of a control group.</summary>
/// <param name="Quota">Processors it may use at most, 0.5 is half of one; null is no quota.</param>
/// <param name="Periods">Periods (of 0.1 s mostly) in which it wanted to run.</param>
/// <param name="Throttled">Periods in which its quota ran out and it had to stand still.</param>
/// <param name="ThrottledTime">How long it stood still.</param>
public sealed record CgroupProcessor(double? Quota, long Periods, long Throttled, TimeSpan ThrottledTime)
{
    internal static Reading<CgroupProcessor> Read(HostRoot root, CgroupFolder folder)
    {
        var path = folder.Folder + "/cpu.stat";
        return root.Text(path).Parse(path, text => Parse(text, QuotaOf(root, folder)));
    }

    /// <summary>Reads <c>cpu.stat</c>: of microseconds in version 2, of nanoseconds in version 1.</summary>
    internal static CgroupProcessor? Parse(string text, double? quota)
    {
        var named = KernelText.Named(text);
        return named.TryGetValue("nr_periods", out var periods) && named.TryGetValue("nr_throttled", out var throttled)
            ? new CgroupProcessor(quota, periods, throttled, TimeOf(named))
            : named.ContainsKey("usage_usec") ? new CgroupProcessor(quota, 0, 0, TimeSpan.Zero) // No quota is possible.
            : null;
    }

    /// <summary>Reads <c>max 100000</c> or <c>50000 100000</c>: microseconds of run time in a period.</summary>
    internal static double? ParseQuota(string text)
        => KernelText.Cells(text.Trim()) is [var quota, var period] && quota != "max"
            && KernelText.Number(quota) is { } time && KernelText.Number(period) is > 0 and var length
                ? (double)time / length
                : null;

    private static TimeSpan TimeOf(IReadOnlyDictionary<string, long> named)
        => named.TryGetValue("throttled_usec", out var micro)
            ? TimeSpan.FromTicks(Math.Min(micro, long.MaxValue / 10) * 10)
            : named.TryGetValue("throttled_time", out var nano) ? TimeSpan.FromTicks(nano / 100)
            : TimeSpan.Zero;

    private static double? QuotaOf(HostRoot root, CgroupFolder folder)
        => folder.Unified ? ParseQuota(root.Text(folder.Folder + "/cpu.max").Or(""))
            : root.Number(folder.Folder + "/cpu.cfs_quota_us").Or(-1) is > 0 and var quota
                && root.Number(folder.Folder + "/cpu.cfs_period_us").Or(0) is > 0 and var period
                    ? (double)quota / period
                    : null;
}
