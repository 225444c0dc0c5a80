using System.Globalization;
using System.Net;

namespace Weir.Probing.Local;

/// <summary>Reads <c>/proc/net/arp</c>. Rows that cannot be read are left out.</summary>
public static class NeighbourTable
{
    /// <summary>Rows kept; the kernel itself keeps about 1,024 unless it was told otherwise.</summary>
    public const int MaxRows = 10_000;

    private const NumberStyles Hex = NumberStyles.AllowHexSpecifier;

    private const uint CompleteFlag = 0x2;

    /// <summary>Reads the table: headings, then address, type, flags, hardware address, mask, interface.</summary>
    public static IReadOnlyList<Neighbour> Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return [.. text.Split('\n').Skip(1).Take(MaxRows).Select(ParseRow).OfType<Neighbour>()];
    }

    private static Neighbour? ParseRow(string line)
    {
        var cells = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return cells.Length >= 6
            && IPAddress.TryParse(cells[0], out var address)
            && cells[2].StartsWith("0x", StringComparison.Ordinal)
            && uint.TryParse(cells[2].AsSpan(2), Hex, CultureInfo.InvariantCulture, out var flags)
                ? new Neighbour(address, cells[3], cells[5], (flags & CompleteFlag) != 0)
                : null;
    }
}
