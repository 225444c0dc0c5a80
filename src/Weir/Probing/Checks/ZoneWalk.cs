using Weir.Probing.Dns;
using Weir.Probing.Dns.Delegation;

namespace Weir.Probing.Checks;

/// <summary>Who serves the zone of the name, and what each of its servers says.</summary>
/// <param name="Host">The name.</param>
/// <param name="Resolver">The recursive resolver that finds the zone.</param>
public sealed record ZoneWalk(string Host, NameServer Resolver) : Check
{
    /// <inheritdoc/>
    public override string Name => $"the zone of {Host} and its own servers";

    /// <inheritdoc/>
    public override TimeSpan Limit => TimeSpan.FromSeconds(4);

    /// <inheritdoc/>
    public override async Task<Fact> LookAsync(ProbeContext context, CancellationToken stop)
    {
        var (at, began) = (context.Clock.GetUtcNow(), context.Clock.GetTimestamp());
        var quick = new DelegationOptions
        {
            Recursive = LookupOptions.Recursive with { Timeout = TimeSpan.FromSeconds(1.5), Tries = 1 },
            Direct = LookupOptions.Direct with { Timeout = TimeSpan.FromSeconds(1.5), Tries = 1 },
        };
        if (!HostName.TryParse(Host, out var host, out var problem))
        {
            var none = new DelegationView { Name = Host, Zone = null, Detail = $"{Host} {problem}" };
            return new ZoneSeen(at, context.Clock.GetElapsedTime(began), none);
        }

        var walk = new DelegationWalk(new DnsClient(context.Clock, context.Random), context.Clock);
        var view = await walk.WalkAsync(host, [Resolver], quick, stop);
        return new ZoneSeen(at, context.Clock.GetElapsedTime(began), view);
    }
}

/// <summary>What the zone's own servers said.</summary>
/// <param name="At">When (UTC).</param>
/// <param name="Took">How long it took.</param>
/// <param name="View">The zone and its servers.</param>
public sealed record ZoneSeen(DateTimeOffset At, TimeSpan Took, DelegationView View) : Fact(At, Took)
{
    /// <inheritdoc/>
    public override string Says => View.Zone is null ? "" : View.Detail;
}
