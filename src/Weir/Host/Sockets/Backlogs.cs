using System.Net;

namespace Weir.Host.Sockets;

/// <summary>The accept queues of the TCP listeners of a network namespace.</summary>
/// <param name="Rows">One a listening socket; several may share a port (SO_REUSEPORT).</param>
/// <param name="NoLimits">Why the backlogs are missing; null when they are there.</param>
public sealed record Backlogs(IReadOnlyList<Backlog> Rows, Unread? NoLimits)
{
    /// <summary>Listeners kept: more than there are ports.</summary>
    private const int MaxRows = 100_000;

    /// <summary>The queues of the listeners that take, or may take, a connection to an endpoint.</summary>
    public IEnumerable<Backlog> For(IPEndPoint endpoint)
        => Rows.Where(row => Listeners.FitOf(row.Local, endpoint) != Hearing.No);

    /// <summary>Reads them by sock_diag, and where that may not be asked by <c>/proc/net/tcp</c>.</summary>
    public static Reading<Backlogs> Read(NetworkSeat seat)
    {
        ArgumentNullException.ThrowIfNull(seat);
        var rows = new List<TcpRow>();
        var asked = seat.Inside(() => SocketDiagnosis.Tcp(DiagnosisMessages.ListenStates, row => Keep(rows, row)));
        return asked.Missing is { } missing
            ? Listeners.Read(seat).Select(table => new Backlogs(Of(table.Rows, limitKnown: false), missing))
            : Readings.Of(new Backlogs(Of(rows, limitKnown: true), null));
    }

    private static void Keep(List<TcpRow> rows, TcpRow row)
    {
        if (rows.Count < MaxRows && row.Listens)
        {
            rows.Add(row);
        }
    }

    private static IReadOnlyList<Backlog> Of(IEnumerable<TcpRow> rows, bool limitKnown)
        => [.. rows.Select(row => Backlog.Of(row, limitKnown))];
}
