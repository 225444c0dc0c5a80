using System.Globalization;
using System.Net;
using System.Runtime.InteropServices;

namespace Weir.Host.Sockets;

/// <summary>Reads the socket tables as Linux prints them. Rows that cannot be read are left out.</summary>
public static class TcpTable
{
    /// <summary>Rows read of one table: the kernel needs a second for so many.</summary>
    private const int MaxRows = 1_000_000;

    private const NumberStyles Hex = NumberStyles.AllowHexSpecifier;

    /// <summary>
    /// Reads one row: <c>sl local remote st tx:rx tr:when retrnsmt uid timeout inode …</c>; null for headings.
    /// </summary>
    public static TcpRow? ParseRow(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        var cells = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return cells.Length >= 10
            && ParseEndpoint(cells[1]) is { } local
            && ParseEndpoint(cells[2]) is { } remote
            && int.TryParse(cells[3], Hex, CultureInfo.InvariantCulture, out var state)
            && ParseQueues(cells[4]) is (var send, var receive)
            && int.TryParse(cells[7], CultureInfo.InvariantCulture, out var user)
            && long.TryParse(cells[9], CultureInfo.InvariantCulture, out var inode)
                ? new TcpRow(local, remote, state, send, receive, user, inode)
                : null;
    }

    /// <summary>Visits the sockets of a network namespace row by row; without IPv6 there is one table.</summary>
    /// <returns>How many were seen.</returns>
    internal static Reading<int> Read(NetworkSeat seat, Action<TcpRow> visit)
    {
        var v4 = ReadOne(seat, "tcp", visit);
        var v6 = ReadOne(seat, "tcp6", visit);
        return v4.Missing is null ? v4.Select(seen => seen + v6.Or(0)) : v6;
    }

    private static Reading<int> ReadOne(NetworkSeat seat, string name, Action<TcpRow> visit)
    {
        var seen = 0;
        return seat.Root.Lines(seat.PathOf(name), MaxRows, line =>
        {
            if (ParseRow(line) is { } row)
            {
                seen++;
                visit(row);
            }
        }).Select(_ => seen);
    }

    /// <summary>
    /// The address is printed in words of 32 bits in the byte order of the machine, the port as a number.
    /// </summary>
    private static IPEndPoint? ParseEndpoint(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon is not (8 or 32)
            || !ushort.TryParse(text.AsSpan(colon + 1), Hex, CultureInfo.InvariantCulture, out var port))
        {
            return null;
        }

        Span<uint> words = stackalloc uint[colon / 8];
        for (var i = 0; i < words.Length; i++)
        {
            if (!uint.TryParse(text.AsSpan(i * 8, 8), Hex, CultureInfo.InvariantCulture, out words[i]))
            {
                return null;
            }
        }

        return new IPEndPoint(new IPAddress(MemoryMarshal.AsBytes(words)), port);
    }

    private static (long Send, long Receive)? ParseQueues(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon > 0
            && long.TryParse(text.AsSpan(0, colon), Hex, CultureInfo.InvariantCulture, out var send)
            && long.TryParse(text.AsSpan(colon + 1), Hex, CultureInfo.InvariantCulture, out var receive)
                ? (send, receive)
                : null;
    }
}
