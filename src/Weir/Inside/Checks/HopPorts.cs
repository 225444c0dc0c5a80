using System.Net;
using Weir.Host;
using Weir.Probing;
using Weir.Probing.Tcp;

namespace Weir.Inside.Checks;

/// <summary>What other ports of an upstream's host answer to the gateway.</summary>
/// <param name="Seat">The gateway's seat.</param>
/// <param name="Endpoint">The endpoint that does not connect.</param>
public sealed record HopPorts(NetworkSeat Seat, IPEndPoint Endpoint) : Check
{
    /// <summary>As patient as the attempts at the port itself, less what those are ahead.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <inheritdoc/>
    public override string Name => $"other ports of {Endpoint.Address}, from the gateway";

    /// <inheritdoc/>
    public override TimeSpan Limit => Patience * 2;

    /// <inheritdoc/>
    public override async Task<Fact> LookAsync(ProbeContext context, CancellationToken stop)
    {
        var (at, began) = (context.Clock.GetUtcNow(), context.Clock.GetTimestamp());
        var asking = Seat.Inside(() => Host.Readings.Of(
            HostPorts.ProbeAsync(Endpoint.Address, Endpoint.Port, Patience, context.Clock, stop)));
        var ports = asking.TryGet(out var task)
            ? Host.Readings.Of(await task)
            : Host.Readings.Missing<HostPorts>(asking.Missing!);
        return new HopPortsSeen(at, context.Clock.GetElapsedTime(began), Endpoint, ports);
    }
}

/// <summary>What other ports answered.</summary>
/// <param name="At">When (UTC).</param>
/// <param name="Took">How long it took.</param>
/// <param name="Endpoint">The endpoint in question.</param>
/// <param name="Ports">The answers, or why nobody could be asked.</param>
public sealed record HopPortsSeen(DateTimeOffset At, TimeSpan Took, IPEndPoint Endpoint, Reading<HostPorts> Ports)
    : Fact(At, Took)
{
    /// <inheritdoc/>
    public override string Says => "";
}
