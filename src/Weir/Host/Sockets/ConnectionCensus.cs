using System.Net;

namespace Weir.Host.Sockets;

/// <summary>Counts the sockets of a network namespace that have to do with given endpoints.</summary>
/// <param name="Remotes">One for each endpoint asked for, zero counts included.</param>
/// <param name="Ports">One for each port of our own asked for: what other machines have with it.</param>
public sealed record ConnectionCensus(IReadOnlyList<ConnectionCount> Remotes, IReadOnlyList<ConnectionCount> Ports)
{
    /// <summary>Counts by sock_diag, and where that may not be asked by <c>/proc/net/tcp</c>.</summary>
    /// <param name="seat">The namespace: the gateway's for its upstreams, the upstream's for its own port.</param>
    /// <param name="remotes">Endpoints that this side connects to.</param>
    /// <param name="ports">Ports that this side listens on.</param>
    public static Reading<ConnectionCensus> Read(
        NetworkSeat seat, IReadOnlyCollection<IPEndPoint> remotes, IReadOnlyCollection<int> ports)
    {
        ArgumentNullException.ThrowIfNull(seat);
        var tally = new ConnectionTally(remotes, ports);
        var asked = seat.Inside(() => SocketDiagnosis.Tcp(DiagnosisMessages.AllStates, tally.Add));
        if (asked.Missing is null)
        {
            return Readings.Of(tally.Result());
        }

        var again = new ConnectionTally(remotes, ports); // The first may have counted a part.
        return TcpTable.Read(seat, again.Add).Select(_ => again.Result());
    }
}
