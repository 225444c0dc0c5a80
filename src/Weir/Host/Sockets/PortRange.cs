using System.Globalization;

namespace Weir.Host.Sockets;

/// <summary>The ports that the kernel takes for outgoing connections, ip(7): <c>ip_local_port_range</c>.</summary>
/// <param name="First">The lowest.</param>
/// <param name="Last">The highest.</param>
public sealed record PortRange(int First, int Last)
{
    private const string File = "/proc/sys/net/ipv4/ip_local_port_range";

    /// <summary>
    /// How many there are: one address of ours has so many connections to one endpoint at the same time, TIME-WAIT
    /// included; then connect gives EADDRNOTAVAIL.
    /// </summary>
    public int Size => Last - First + 1;

    /// <summary>The share of the range that connections to one endpoint hold, 0 to 1.</summary>
    public double ShareOf(ConnectionCount count)
    {
        ArgumentNullException.ThrowIfNull(count);
        return Math.Min(1, (double)count.FromBusiestAddress / Size);
    }

    /// <summary>Reads the range of a network namespace.</summary>
    public static Reading<PortRange> Read(NetworkSeat seat)
    {
        ArgumentNullException.ThrowIfNull(seat);
        return seat.Process is null ? ReadHere(seat.Root) : seat.Inside(() => ReadHere(seat.Root));
    }

    /// <summary>Two numbers with blanks between; null when they are no range.</summary>
    internal static PortRange? Parse(string text)
        => KernelText.Cells(text.Trim()) is [var first, var last]
            && ushort.TryParse(first, CultureInfo.InvariantCulture, out var low)
            && ushort.TryParse(last, CultureInfo.InvariantCulture, out var high)
            && low <= high
                ? new PortRange(low, high)
                : null;

    private static Reading<PortRange> ReadHere(HostRoot root) => root.Text(File).Parse(File, Parse);
}
