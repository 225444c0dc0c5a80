using System.Net;
using Weir.Host.Sockets;

namespace Weir.Probing.Checks;

/// <summary>Whether anything listens at an endpoint of this very machine.</summary>
/// <param name="Endpoint">An endpoint with an address of this machine.</param>
public sealed record OwnListeners(IPEndPoint Endpoint) : Check
{
    /// <inheritdoc/>
    public override string Name => $"listening sockets of this machine on port {Endpoint.Port}";

    /// <inheritdoc/>
    public override TimeSpan Limit => TimeSpan.FromSeconds(2);

    /// <inheritdoc/>
    public override Task<Fact> LookAsync(ProbeContext context, CancellationToken stop)
    {
        var (at, began) = (context.Clock.GetUtcNow(), context.Clock.GetTimestamp());
        var listeners = Listeners.Read();
        return Task.FromResult<Fact>(
            new ListenersSeen(at, context.Clock.GetElapsedTime(began), Endpoint, listeners));
    }
}

/// <summary>Which sockets of this machine listen.</summary>
/// <param name="At">When (UTC).</param>
/// <param name="Took">How long reading took.</param>
/// <param name="Endpoint">The endpoint in question.</param>
/// <param name="Listeners">The listeners; null where the system does not tell.</param>
public sealed record ListenersSeen(DateTimeOffset At, TimeSpan Took, IPEndPoint Endpoint, Listeners? Listeners)
    : Fact(At, Took)
{
    /// <inheritdoc/>
    public override string Says => "";
}
