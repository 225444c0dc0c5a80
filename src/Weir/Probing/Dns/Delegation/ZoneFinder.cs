using System.Net;

namespace Weir.Probing.Dns.Delegation;

/// <summary>
/// Finds the zone of a name and its servers: by resolvers where they answer, else from the nearest zone above that they
/// know, by the referrals of that zone's own servers. Without the second way nothing could be said of the zone whose
/// servers are all broken, and that is the one that matters.
/// </summary>
internal sealed class ZoneFinder(Recursion recursion, DelegationOptions options)
{
    /// <summary>Names tried upwards: a host name has three or four labels, and every one can cost a time-out.</summary>
    private const int MostNames = 6;

    /// <summary>Zones descended: from the root it is three in most cases.</summary>
    private const int MostReferrals = 4;

    /// <summary>
    /// Servers of one zone above that are tried for a referral: they are well, or there was no answer at all.
    /// </summary>
    private const int MostParents = 2;

    /// <summary>The zone that holds <paramref name="name"/>; null where no resolver tells any zone above it.</summary>
    public async Task<ZoneServers?> FindAsync(string name, CancellationToken stop)
    {
        var (zone, isSure) = await FindAboveAsync(name, stop);
        if (zone is null)
        {
            return null;
        }

        var lookup = await recursion.AskAsync(zone, RecordType.Ns, stop);
        var names = lookup?.Records.OfType<NameServerRecord>().Select(record => record.Target) ?? [];
        var found = new ZoneServers(zone, [.. names], [], IsFromParent: false);
        return isSure ? found : await DescendAsync(found, name, stop);
    }

    // Sure: a resolver told the zone of the name itself. Not sure: it failed for the name, and told a zone above.
    private async Task<(string? Zone, bool IsSure)> FindAboveAsync(string name, CancellationToken stop)
    {
        var isSure = true;
        var silent = 0;
        string? candidate = name;
        for (var tried = 0; tried < MostNames && candidate is not null && silent < 2; tried++)
        {
            if (await recursion.AskAsync(candidate, RecordType.Soa, stop) is not { } lookup || IsOutOfReach(lookup))
            {
                return (null, false);
            }

            if (ZoneOf(lookup, candidate) is { } zone)
            {
                return (zone, isSure);
            }

            isSure = isSure && lookup.IsConclusive;
            silent = lookup.Outcome == LookupOutcome.Timeout ? silent + 1 : 0;
            candidate = DnsName.Parent(candidate);
        }

        return (null, false);
    }

    // An alias is answered with the zone of its target, and is never the top of its own zone: the name above it tells.
    private static string? ZoneOf(NameLookup lookup, string candidate)
    {
        if (!lookup.IsConclusive || lookup.Records.OfType<AliasRecord>().Any())
        {
            return null;
        }

        return lookup.Records.Concat(lookup.Authority)
            .OfType<AuthorityRecord>()
            .FirstOrDefault(soa => DnsName.IsWithin(candidate, soa.Name))?.Name;
    }

    private static bool IsOutOfReach(NameLookup lookup) => lookup.Outcome is
        LookupOutcome.Unreachable or LookupOutcome.ConnectionRefused
        or LookupOutcome.NotAsked or LookupOutcome.InvalidName;

    private async Task<ZoneServers> DescendAsync(ZoneServers above, string name, CancellationToken stop)
    {
        var zone = above;
        for (var step = 0; step < MostReferrals; step++)
        {
            if (await ReferralAsync(zone, name, stop) is not { } below)
            {
                return zone;
            }

            zone = below;
        }

        return zone;
    }

    private async Task<ZoneServers?> ReferralAsync(ZoneServers zone, string name, CancellationToken stop)
    {
        foreach (var server in zone.Servers.Take(MostParents))
        {
            var address = zone.GlueOf(server) ?? (await recursion.AddressOfAsync(server, stop)).Address;
            if (address is null)
            {
                continue;
            }

            var asked = new NameServer(
                new IPEndPoint(address, options.AuthorityPort), NameServerRole.Authoritative, server);
            var lookup = await recursion.AskDirectAsync(asked, name, RecordType.A, stop);
            if (lookup.Outcome == LookupOutcome.Referral)
            {
                return ZoneServers.FromReferral(lookup, name, zone.Zone);
            }
        }

        return null;
    }
}
