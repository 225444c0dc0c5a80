using System.Net;
using Weir.Probing.Tcp;

namespace Weir.Probing.Checks;

/// <summary>
/// Whether the host answers on a few other ports, which tells a closed port from a host that is down.
/// </summary>
/// <param name="Endpoint">The endpoint in question; its own port is left out.</param>
public sealed record OtherPorts(IPEndPoint Endpoint) : Check
{
    private static readonly TimeSpan Each = TimeSpan.FromSeconds(1.5);

    /// <inheritdoc/>
    public override string Name => $"other ports of {Endpoint.Address}";

    /// <inheritdoc/>
    public override TimeSpan Limit => Each * 2;

    /// <inheritdoc/>
    public override async Task<Fact> LookAsync(ProbeContext context, CancellationToken stop)
    {
        var (at, began) = (context.Clock.GetUtcNow(), context.Clock.GetTimestamp());
        var ports = await HostPorts.ProbeAsync(Endpoint.Address, Endpoint.Port, Each, context.Clock, stop);
        return new PortsSeen(at, context.Clock.GetElapsedTime(began), Endpoint, ports);
    }
}

/// <summary>What other ports of the host answered.</summary>
/// <param name="At">When (UTC).</param>
/// <param name="Took">How long it took.</param>
/// <param name="Endpoint">The endpoint in question.</param>
/// <param name="Ports">The other ports.</param>
public sealed record PortsSeen(DateTimeOffset At, TimeSpan Took, IPEndPoint Endpoint, HostPorts Ports) : Fact(At, Took)
{
    /// <inheritdoc/>
    public override string Says => Ports.IsUp
        ? $"the host {Ports.Address} answers on other ports"
        : $"the host {Ports.Address} answers on no other port that was tried";
}
