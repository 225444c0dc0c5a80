using System.Globalization;
using System.Net;

namespace Weir.Probing.Dns.Delegation;

/// <summary>
/// Finds the zone of a name and asks each of its own servers: tells a record that is missing from a resolver that is
/// broken, and a zone whose servers disagree from one that is well.
/// </summary>
/// <param name="client">Asks.</param>
/// <param name="time">The clock of the pauses.</param>
public sealed class DelegationWalk(DnsClient client, TimeProvider time)
{
    /// <summary>
    /// Servers asked at most: the usual zone has two to four, and the root's thirteen are not our business.
    /// </summary>
    public const int MostServers = 6;

    /// <summary>Walks. What goes wrong is in the view, never an exception.</summary>
    /// <param name="name">The name.</param>
    /// <param name="resolvers">Recursive resolvers, asked in this order until one answers.</param>
    /// <param name="options">How to ask.</param>
    /// <param name="stop">Ends the walk early.</param>
    /// <exception cref="OperationCanceledException"><paramref name="stop"/> was cancelled.</exception>
    public async Task<DelegationView> WalkAsync(
        HostName name, IReadOnlyList<NameServer> resolvers, DelegationOptions options, CancellationToken stop)
    {
        var recursion = new Recursion(client, resolvers, options);
        var zone = await new ZoneFinder(recursion, options).FindAsync(name.Ascii, stop);
        var views = zone is null ? [] : await AskAllAsync(zone, name.Ascii, recursion, options, stop);
        return new()
        {
            Name = name.Ascii,
            Zone = zone?.Zone,
            IsFromParent = zone?.IsFromParent ?? false,
            Servers = views,
            NotLookedAt = [.. zone?.Servers.Skip(MostServers) ?? []],
            Path = recursion.Path,
            Detail = Describe(name, zone, views),
        };
    }

    private Task<AuthorityView[]> AskAllAsync(
        ZoneServers zone, string name, Recursion recursion, DelegationOptions options, CancellationToken stop)
    {
        return Task.WhenAll(zone.Servers.Take(MostServers).Select(AskSpacedAsync));

        async Task<AuthorityView> AskSpacedAsync(string server, int place)
        {
            await Task.Delay(options.Spacing * place, time, stop);
            return await AskOneAsync(server);
        }

        async Task<AuthorityView> AskOneAsync(string server)
        {
            var (address, isConclusive) = zone.GlueOf(server) is { } glue
                ? (glue, true)
                : await recursion.AddressOfAsync(server, stop);
            if (address is null)
            {
                return new(server, isConclusive ? AuthorityState.NoAddress : AuthorityState.NotChecked);
            }

            var asked = new NameServer(
                new IPEndPoint(address, options.AuthorityPort), NameServerRole.Authoritative, server);
            var zoneLookup = await recursion.AskDirectAsync(asked, zone.Zone, RecordType.Soa, stop);
            var state = AuthorityView.Judge(zoneLookup);
            var speaks = state is not (AuthorityState.Silent or AuthorityState.NotListening
                or AuthorityState.Unreachable or AuthorityState.NotChecked);
            return new(server, state)
            {
                Server = asked,
                ZoneLookup = zoneLookup,
                Lookup = speaks ? await recursion.AskDirectAsync(asked, name, RecordType.A, stop) : null,
            };
        }
    }

    private static string Describe(HostName name, ZoneServers? zone, AuthorityView[] views)
    {
        if (zone is null)
        {
            return $"the zone of {name} could not be found: no resolver told one";
        }

        if (views.Length == 0)
        {
            return $"zone {zone.Zone}: its name servers could not be found out";
        }

        var lame = views.Where(view => view.IsLame == true).Select(view => $"{view.Name} ({view.State})").ToList();
        var unknown = views.Count(view => view.IsLame is null);
        var served = lame.Count > 0
            ? $"not served by {string.Join(", ", lame)}"
            : "served by every server that was checked";
        var rest = unknown > 0 ? string.Create(CultureInfo.InvariantCulture, $"; {unknown} not checked") : "";
        return string.Create(
            CultureInfo.InvariantCulture, $"zone {zone.Zone}, {zone.Servers.Count} name servers: {served}{rest}");
    }
}
