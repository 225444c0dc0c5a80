using System.Collections.Concurrent;
using System.Net;

namespace Weir.Probing.Dns.Delegation;

/// <summary>The recursive side of a walk: asks a list of resolvers in order, and keeps what was said.</summary>
internal sealed class Recursion(DnsClient client, IReadOnlyList<NameServer> resolvers, DelegationOptions options)
{
    private readonly ConcurrentQueue<NameLookup> _path = new();

    /// <summary>Every lookup so far.</summary>
    public IReadOnlyList<NameLookup> Path => [.. _path];

    /// <summary>
    /// The first conclusive answer; without one what a resolver said (SERVFAIL …), and only then that one is silent
    /// or out of reach. Null where there is nobody to ask.
    /// </summary>
    public async Task<NameLookup?> AskAsync(string name, RecordType type, CancellationToken stop)
    {
        NameLookup? best = null;
        foreach (var resolver in resolvers)
        {
            var lookup = await AskAsync(resolver, new Question(name, type), options.Recursive, stop);
            if (lookup.IsConclusive)
            {
                return lookup;
            }

            best = best is null || (best.Code is null && lookup.Code is not null) ? lookup : best;
        }

        return best;
    }

    /// <summary>Asks a zone's own server.</summary>
    public Task<NameLookup> AskDirectAsync(NameServer server, string name, RecordType type, CancellationToken stop)
        => AskAsync(server, new Question(name, type), options.Direct, stop);

    /// <summary>
    /// The address to ask a zone's server at: IPv4 before IPv6, as more networks have it. One address for each server
    /// keeps the walk short.
    /// </summary>
    public async Task<(IPAddress? Address, bool IsConclusive)> AddressOfAsync(string server, CancellationToken stop)
    {
        var conclusive = true;
        foreach (var type in new[] { RecordType.A, RecordType.Aaaa })
        {
            var lookup = await AskAsync(server, type, stop);
            if (lookup?.Addresses is [var address, ..])
            {
                return (address, true);
            }

            conclusive = conclusive && lookup?.IsConclusive == true;
        }

        return (null, conclusive);
    }

    private async Task<NameLookup> AskAsync(
        NameServer server, Question question, LookupOptions how, CancellationToken stop)
    {
        var lookup = await client.AskAsync(server, question, how, stop);
        _path.Enqueue(lookup);
        return lookup;
    }
}
