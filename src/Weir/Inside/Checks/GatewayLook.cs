using System.Net;
using Weir.Configurations;
using Weir.Configurations.Nginx;
using Weir.Host.Sockets;
using Weir.Probing;

namespace Weir.Inside.Checks;

/// <summary>Which gateway of this machine answers at an endpoint, and what it does with the request.</summary>
/// <param name="Endpoint">The site's endpoint.</param>
/// <param name="Target">The request.</param>
/// <param name="Seen">The machine.</param>
public sealed record GatewayLook(IPEndPoint Endpoint, Target Target, MachineSeen Seen) : Check
{
    /// <inheritdoc/>
    public override string Name => $"the gateway behind {Endpoint} and its configuration";

    /// <inheritdoc/>
    public override TimeSpan Limit => TimeSpan.FromSeconds(5);

    /// <inheritdoc/>
    public override async Task<Fact> LookAsync(ProbeContext context, CancellationToken stop)
    {
        var (at, began) = (context.Clock.GetUtcNow(), context.Clock.GetTimestamp());
        var inside = context.Options.Inside ?? new InsideOptions();
        var found = await Task.Run(() => Find(inside), stop);
        return found with { At = at, Took = context.Clock.GetElapsedTime(began) };
    }

    private GatewaySeen Find(InsideOptions options)
    {
        var machine = Seen.Machine.Value;
        var search = new GatewaySearch(machine);
        var (space, listeners) = search.Behind(Endpoint);
        var nothing = new GatewaySeen(Seen.At, default, Endpoint, Target, space, listeners, null, null, null);
        if (space is null)
        {
            return nothing;
        }

        if (search.Holder(listeners) is { } holder)
        {
            return holder.Software == "nginx"
                ? With(nothing, holder, Read(machine, holder, options), listeners)
                : nothing with { Place = holder };
        }

        // The owner may be hidden, or nothing runs: then the configuration tells whose port it is.
        var masters = search.NginxesIn(space).ToList();
        var candidates = masters.Count > 0 || listeners.Count > 0 ? masters : [search.Absent(space)];
        return candidates.Select(place => (place, read: Read(machine, place, options)))
            .Where(each => ListensAt(each.read.Model))
            .Select(each => With(nothing, each.place, each.read, listeners))
            .FirstOrDefault() ?? nothing;
    }

    private static GatewayConfiguration Read(Machine machine, GatewayPlace place, InsideOptions options)
    {
        var build = NginxCommand.BuildOf(machine.Root, place);
        if (options.Configurations is [var given, ..])
        {
            return NginxConfiguration.Read(
                new ConfigurationFiles(), build with { ConfigurationPath = Path.GetFullPath(given) });
        }

        return NginxConfiguration.Read(new ConfigurationFiles(place.Root.Prefix.Length == 0 ? "/" : place.Root.Prefix),
            build);
    }

    private GatewaySeen With(
        GatewaySeen nothing, GatewayPlace place, GatewayConfiguration read, IReadOnlyList<OwnedListener> listeners)
    {
        var local = listeners.Select(each => each.Backlog.Local)
            .FirstOrDefault(each => !each.Address.Equals(IPAddress.Any) && !each.Address.Equals(IPAddress.IPv6Any));
        var request = new GatewayRequest(local ?? Endpoint, Target.Authority, Target.PathAndQuery);
        return nothing with { Place = place, Configuration = read, Choice = read.Choose(request) };
    }

    private bool ListensAt(GatewayModel model)
        => model.Listeners.Any(each => each.Address.Port == Endpoint.Port && !each.Quic
            && (each.Address.IsWildcard || (IPAddress.TryParse(each.Address.Host, out var own)
                && own.Equals(Endpoint.Address))));
}

/// <summary>The gateway of the site, as far as this machine shows it.</summary>
/// <param name="At">When (UTC).</param>
/// <param name="Took">How long it took.</param>
/// <param name="Endpoint">The site's endpoint.</param>
/// <param name="Target">The visitor's request.</param>
/// <param name="Space">The namespace that the endpoint leads to; null where it is on no host of this machine.</param>
/// <param name="Listeners">What listens there.</param>
/// <param name="Place">The gateway; null where none was found.</param>
/// <param name="Configuration">Its configuration; null where it is of a kind that is not read yet.</param>
/// <param name="Choice">What it does with the request.</param>
public sealed record GatewaySeen(
    DateTimeOffset At, TimeSpan Took, IPEndPoint Endpoint, Target Target, MachineSpace? Space,
    IReadOnlyList<OwnedListener> Listeners, GatewayPlace? Place, GatewayConfiguration? Configuration,
    RouteChoice? Choice) : Fact(At, Took)
{
    /// <summary>The servers that the request may go to.</summary>
    public IReadOnlyList<UpstreamMember> Members => Configuration is { } read && Choice is { } chosen
        ? UpstreamMember.Of(read.Model, chosen)
        : [];

    /// <summary>The way to them; null where the request goes to no upstream.</summary>
    public UpstreamHop? Hop => (Choice?.Action as PassAction)?.Hop;

    /// <inheritdoc/>
    public override string Says => Place is { Master: { } master } place
        ? $"{place.Software} (process {master.Id}) answers at {Endpoint}"
        : "";
}
