using Weir.Probing.Local;

namespace Weir.Probing.Checks;

/// <summary>The visitor's own side: interfaces, routes, proxies. Nothing is sent.</summary>
public sealed record LocalLook : Check
{
    /// <inheritdoc/>
    public override string Name => "this machine's own network";

    /// <inheritdoc/>
    public override TimeSpan Limit => TimeSpan.FromSeconds(2);

    /// <inheritdoc/>
    public override Task<Fact> LookAsync(ProbeContext context, CancellationToken stop)
    {
        var (at, began) = (context.Clock.GetUtcNow(), context.Clock.GetTimestamp());
        var network = LocalNetwork.Read(Environment.GetEnvironmentVariable);
        return Task.FromResult<Fact>(new LocalSeen(at, context.Clock.GetElapsedTime(began), network));
    }
}

/// <summary>What the visitor's own side looks like.</summary>
/// <param name="At">When (UTC).</param>
/// <param name="Took">How long reading it took.</param>
/// <param name="Network">Interfaces, gateways, proxies.</param>
public sealed record LocalSeen(DateTimeOffset At, TimeSpan Took, LocalNetwork Network) : Fact(At, Took)
{
    /// <inheritdoc/>
    public override string Says => Network.LoopbackOnly ? "this machine has no network but its own loopback" : "";
}
