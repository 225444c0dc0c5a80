namespace Weir.Host.Cgroups;

/// <summary>The memory of a control group.</summary>
/// <param name="Used">Bytes in use, page cache included.</param>
/// <param name="Limit">
/// Bytes allowed, the lowest limit of this group and those above it; <see cref="long.MaxValue"/> is none.
/// </param>
/// <param name="OomKills">
/// How many of its processes the kernel has killed for memory; of version 2 those of its sub-groups too.
/// </param>
/// <param name="LimitHits">How often it came to its limit and pages had to be freed first.</param>
/// <param name="UnderOom">Its processes stand still now because killing is switched off; null in version 2.</param>
public sealed record CgroupMemory(
    Reading<long> Used, Reading<long> Limit, Reading<long> OomKills, Reading<long> LimitHits, bool? UnderOom)
{
    /// <summary>Version 1 prints a number near 2^63 for "no limit".</summary>
    private const long NoLimit = 1L << 62;

    internal static CgroupMemory Read(HostRoot root, CgroupFolder folder)
        => folder.Unified ? ReadUnified(root, folder) : ReadOld(root, folder);

    private static CgroupMemory ReadUnified(HostRoot root, CgroupFolder folder)
    {
        var events = folder.Folder + "/memory.events";
        var text = root.Text(events);
        return new CgroupMemory(
            root.Number(folder.Folder + "/memory.current"),
            CgroupFiles.LowestUpwards(root, folder, "memory.max"),
            text.ParseValue(events, CgroupFiles.Named("oom_kill")),
            text.ParseValue(events, CgroupFiles.Named("max")),
            UnderOom: null);
    }

    private static CgroupMemory ReadOld(HostRoot root, CgroupFolder folder)
    {
        var control = folder.Folder + "/memory.oom_control";
        var text = root.Text(control);
        var under = text.ParseValue(control, CgroupFiles.Named("under_oom"));
        return new CgroupMemory(
            root.Number(folder.Folder + "/memory.usage_in_bytes"),
            CgroupFiles.LowestUpwards(root, folder, "memory.limit_in_bytes")
                .Select(limit => limit >= NoLimit ? long.MaxValue : limit),
            text.ParseValue(control, CgroupFiles.Named("oom_kill")),
            root.Number(folder.Folder + "/memory.failcnt"),
            under.TryGet(out var stands) ? stands != 0 : null);
    }
}
