namespace Weir.Host.Load;

/// <summary>The memory of the machine in bytes, <c>/proc/meminfo</c>.</summary>
/// <param name="Total">All of it.</param>
/// <param name="Available">What a program could get without swapping.</param>
/// <param name="SwapTotal">The swap space; 0 is none.</param>
/// <param name="SwapFree">What of it is free.</param>
public sealed record MemoryUse(long Total, long Available, long SwapTotal, long SwapFree)
{
    private const string File = "/proc/meminfo";

    /// <summary>Reads it.</summary>
    public static Reading<MemoryUse> Read(HostRoot root)
    {
        ArgumentNullException.ThrowIfNull(root);
        return root.Text(File).Parse(File, Parse);
    }

    internal static MemoryUse? Parse(string text)
    {
        var named = KernelText.Named(text);
        return Bytes("MemTotal") is { } total && Bytes("MemAvailable") is { } available
            ? new MemoryUse(total, available, Bytes("SwapTotal") ?? 0, Bytes("SwapFree") ?? 0)
            : null;

        long? Bytes(string name)
            => named.TryGetValue(name, out var kilo) && kilo is >= 0 and < long.MaxValue / 1024 ? kilo * 1024 : null;
    }
}
