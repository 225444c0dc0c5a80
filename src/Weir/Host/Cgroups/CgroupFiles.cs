namespace Weir.Host.Cgroups;

/// <summary>The forms that the files of control groups share.</summary>
internal static class CgroupFiles
{
    /// <summary>Groups within groups that are looked at; a container of Kubernetes is five deep.</summary>
    private const int MaxDepth = 32;

    /// <summary>A number by its name, for <see cref="Reading{T}.ParseValue"/>.</summary>
    public static Func<string, long?> Named(string name)
        => text => KernelText.Named(text).TryGetValue(name, out var number) ? number : null;

    /// <summary>
    /// The lowest limit of a group and of those above it. The root of a hierarchy has no limit, and no file of it.
    /// </summary>
    public static Reading<long> LowestUpwards(HostRoot root, CgroupFolder folder, string file)
    {
        var limits = folder.Upwards.Take(MaxDepth).Select(level => root.Number($"{level}/{file}")).ToArray();
        var known = limits.Where(limit => limit.Missing is null).Select(limit => limit.Value).ToArray();
        return known.Length > 0 ? Readings.Of(known.Min())
            : limits[0].Missing!.Reason == UnreadReason.Absent && folder.Path.Length == 0 ? Readings.Of(long.MaxValue)
            : limits[0];
    }
}
