using System.Net;
using Weir.Probing.Tcp;

namespace Weir.Probing.Local;

/// <summary>
/// Asks whether a gateway is there, by an attempt to connect to a port where nothing lives: whatever it says, its
/// hardware address has to be found first, and that is an answer that no filter of IP packets suppresses.
/// </summary>
public static class GatewayProbe
{
    /// <summary>The port "discard" (RFC 863): hardly ever open, and harmless if it is.</summary>
    private const int Port = 9;

    /// <summary>The kernel asks three times, a second apart, before it says that a neighbour is not there.</summary>
    public static readonly TimeSpan EnoughForNo = TimeSpan.FromSeconds(4);

    /// <summary>Asks <paramref name="gateway"/>.</summary>
    /// <param name="gateway">Its address, on a link of this machine.</param>
    /// <param name="limit">How long to wait; below <see cref="EnoughForNo"/> a "no" cannot be had.</param>
    /// <param name="time">Measures and limits.</param>
    /// <param name="stop">Gives the probe up.</param>
    /// <exception cref="OperationCanceledException"><paramref name="stop"/> was raised before the end.</exception>
    public static async Task<GatewayAnswer> AskAsync(
        IPAddress gateway, TimeSpan limit, TimeProvider time, CancellationToken stop)
    {
        var endpoint = new IPEndPoint(gateway, Port);
        var attempt = await ConnectProbe.RunAsync(endpoint, limit, time, stop).ConfigureAwait(false);
        return Judge(attempt, ProcNet.Read("arp") is { } arp ? NeighbourTable.Parse(arp) : []);
    }

    /// <summary>What an attempt and the neighbours known after it tell of the gateway.</summary>
    internal static GatewayAnswer Judge(ConnectAttempt attempt, IReadOnlyList<Neighbour> neighbours)
    {
        var gateway = ((IPEndPoint)attempt.Endpoint).Address;
        return attempt switch
        {
            { HostAnswered: true } => GatewayAnswer.Yes,
            { NeighbourSilent: true } => GatewayAnswer.No,
            _ when neighbours.Any(one => one.Complete && one.Address.Equals(gateway)) => GatewayAnswer.Yes,
            _ => GatewayAnswer.NotChecked,
        };
    }
}
