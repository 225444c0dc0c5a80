using System.Globalization;

namespace Weir.Host.Sockets;

/// <summary>The Unix sockets that <c>/proc/net/unix</c> and sock_diag show.</summary>
/// <param name="Sockets">One row a socket.</param>
/// <param name="NoQueues">Why queues and backlogs are missing; null when they are there.</param>
public sealed record UnixTable(IReadOnlyList<UnixSocket> Sockets, Unread? NoQueues)
{
    private const NumberStyles Hex = NumberStyles.AllowHexSpecifier;

    /// <summary>__SO_ACCEPTCON, the flag of a listener.</summary>
    private const uint Accepts = 0x1_0000;

    /// <summary>Sockets kept: a desktop has a thousand.</summary>
    private const int MaxRows = 100_000;

    /// <summary>The listeners that were bound to a path.</summary>
    public IEnumerable<UnixSocket> ListenersAt(string path)
        => Sockets.Where(socket => socket.Listens && string.Equals(socket.Path, path, StringComparison.Ordinal));

    /// <summary>Reads table and queues.</summary>
    public static Reading<UnixTable> Read(NetworkSeat seat)
    {
        ArgumentNullException.ThrowIfNull(seat);
        return seat.Text("unix").Select(text =>
        {
            var queues = seat.Inside(SocketDiagnosis.Unix);
            return new UnixTable(Join(Parse(text), queues.Or([])), queues.Missing);
        });
    }

    /// <summary>Reads <c>Num RefCount Protocol Flags Type St Inode Path</c>; the path may hold spaces.</summary>
    internal static IReadOnlyList<UnixSocket> Parse(string text)
        => [.. KernelText.Lines(text).Take(MaxRows).Select(ParseRow).OfType<UnixSocket>()];

    private static IReadOnlyList<UnixSocket> Join(IReadOnlyList<UnixSocket> rows, IReadOnlyList<UnixSocket> queues)
    {
        var byInode = queues.ToLookup(socket => socket.Inode);
        return [.. rows.Select(row => byInode[row.Inode].FirstOrDefault() is { } queue
            ? row with { Queued = queue.Queued, Limit = queue.Limit }
            : row)];
    }

    private static UnixSocket? ParseRow(string line)
    {
        var cells = line.Split(' ', 8, StringSplitOptions.RemoveEmptyEntries);
        return cells.Length >= 7
            && uint.TryParse(cells[3], Hex, CultureInfo.InvariantCulture, out var flags)
            && int.TryParse(cells[4], Hex, CultureInfo.InvariantCulture, out var type)
            && long.TryParse(cells[6], CultureInfo.InvariantCulture, out var inode)
                ? new UnixSocket(
                    cells.Length == 8 ? cells[7] : null, inode, (UnixSocketType)type, (flags & Accepts) != 0)
                : null;
    }
}
