using Weir.Host;
using Weir.Host.Counters;
using Weir.Host.Firewall;
using Weir.Host.Load;
using Weir.Host.Routes;
using Weir.Probing;

namespace Weir.Inside.Checks;

/// <summary>Counters, packet filter, routes and load of one network namespace, at one of two moments.</summary>
/// <param name="Seat">The namespace.</param>
/// <param name="Who">Whose it is, for people: <c>the gateway</c>, or the upstream's name.</param>
/// <param name="Moment">The beginning, or the end for a difference.</param>
public sealed record SeatLook(NetworkSeat Seat, string Who, Moment Moment) : Check
{
    /// <inheritdoc/>
    public override string Name => Moment == Moment.Begin ? $"counters and packet filter of {Who}"
        : $"counters and packet filter of {Who}, again";

    /// <inheritdoc/>
    public override TimeSpan Limit => TimeSpan.FromSeconds(5);

    /// <inheritdoc/>
    public override async Task<Fact> LookAsync(ProbeContext context, CancellationToken stop)
    {
        var (at, began) = (context.Clock.GetUtcNow(), context.Clock.GetTimestamp());
        return await Task.Run(
            () =>
            {
                // The counters last: reading the filter runs programs, which count themselves.
                var rules = FirewallReader.Read(Seat);
                var modules = SecurityModules.Read(Seat.Root);
                var (routes, load) = (NetworkRoutes.Read(Seat), HostLoad.Read(Seat));
                var counters = CounterSnapshot.Read(Seat, context.Clock);
                return new SeatSeen(
                    at, context.Clock.GetElapsedTime(began), this, counters, rules, routes, load, modules);
            },
            stop);
    }
}

/// <summary>A network namespace at one moment.</summary>
/// <param name="At">When (UTC).</param>
/// <param name="Took">How long reading it took.</param>
/// <param name="Look">Whose, and which moment.</param>
/// <param name="Counters">The kernel's counters.</param>
/// <param name="Rules">The packet filter.</param>
/// <param name="Routes">Routes and neighbours.</param>
/// <param name="Load">How hard the machine works.</param>
/// <param name="Modules">SELinux and AppArmor.</param>
public sealed record SeatSeen(
    DateTimeOffset At, TimeSpan Took, SeatLook Look, CounterSnapshot Counters, RuleSet Rules, NetworkRoutes Routes,
    HostLoad Load, SecurityModules Modules) : Fact(At, Took)
{
    /// <inheritdoc/>
    public override string Says => "";
}
