using System.Net;
using Weir.Host;
using Weir.Probing.Dns;
using Weir.Vocabulary;

namespace Weir.Probing.Upstream;

/// <summary>
/// Looks a name up as a gateway does: in its own hosts file, then with its own name servers, from its own network.
/// Nobody else is asked.
/// </summary>
public static class UpstreamNames
{
    /// <summary>The addresses of <paramref name="host"/>.</summary>
    /// <param name="root">The gateway's files.</param>
    /// <param name="seat">The gateway's network.</param>
    /// <param name="host">The name.</param>
    /// <param name="resolvers">The name servers of its configuration, which ask no hosts file; null for those of its
    /// system.</param>
    /// <param name="clock">The time.</param>
    /// <param name="random">Ids of queries.</param>
    /// <param name="stop">Ends the lookup early.</param>
    public static async Task<UpstreamAddresses> ResolveAsync(
        HostRoot root, NetworkSeat seat, string host, IReadOnlyList<IPEndPoint>? resolvers, TimeProvider clock,
        Random random, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(root);
        ArgumentNullException.ThrowIfNull(seat);
        var known = resolvers is not null ? []
            : root.Text("/etc/hosts").Select(text => HostsFile.Parse(text).Find(host)).Or([]);
        if (known.Count > 0)
        {
            return new([.. known.Distinct()], null, [], true);
        }

        var conf = ResolvConf.Parse(root.Text("/etc/resolv.conf").Or(""));
        var servers = resolvers?.Select(each => new NameServer(each, NameServerRole.Named, "resolver of the gateway"))
            ?? conf.Servers;
        var names = resolvers is null ? conf.CandidatesFor(host) : [host];
        var client = new DnsClient(clock, random) { Seat = seat };
        var lookups = new List<NameLookup>();
        foreach (var name in names)
        {
            RecordType[] types = [RecordType.A, RecordType.Aaaa];
            var asked = await Task.WhenAll(servers.SelectMany(server => types.Select(type => client.AskAsync(
                server, new Question(name, type), LookupOptions.Recursive with { Tries = 1 }, stop))))
                .ConfigureAwait(false);
            lookups.AddRange(asked);
            if (asked.Any(each => each.Addresses.Count > 0))
            {
                return new([.. asked.SelectMany(each => each.Addresses).Distinct()], null, asked, false);
            }
        }

        // Somebody who says that there is none knows more than somebody who says nothing.
        return new([], lookups.Select(each => each.ToFailure()).OfType<Failure>().Order().FirstOrDefault(
            Failure.NameNotFound), lookups, false);
    }
}
