using Weir.Probing.Checks;
using Weir.Probing.Dns;

namespace Weir.Probing.Plans;

/// <summary>
/// The name: this machine's own resolver, each name server by itself, others to compare, the zone's own.
/// </summary>
internal static class NamePlan
{
    private const int MostPublic = 3;

    // RFC 6761, RFC 6762, RFC 8375, RFC 9476 and common usage: names of which public resolvers can know nothing.
    private static readonly string[] PrivateEnds =
    [
        "localhost", "local", "internal", "lan", "home", "corp", "intranet", "arpa", "onion", "alt", "test", "invalid",
        "example",
    ];

    public static IEnumerable<Check> Next(SiteView view)
    {
        if (AddressChoice.NameOf(view.Observed) is not { } host)
        {
            return [];
        }

        var named = view.Observed.Options.Resolvers;
        var servers = named.Length > 0
            ? named.Select(each => new NameServer(each, NameServerRole.Named, "resolver named by you"))
            : view.Observed.Of<ResolversSeen>().SelectMany(each => each.Servers);
        var others = IsPrivate(host) ? [] : PublicResolvers.All.Take(MostPublic);
        Check[] own = named.Length > 0 ? [] : [new SystemNames(host)];
        return
        [
            .. own,
            .. servers.Concat(others).SelectMany(server => Questions(server, host)),
            .. Validation(view),
            .. Zone(view, host),
        ];
    }

    private static NameAsk[] Questions(NameServer server, string host)
        => [new(server, new Question(host, RecordType.A)), new(server, new Question(host, RecordType.Aaaa))];

    private static IEnumerable<Check> Validation(SiteView view)
        => view.Observed.Of<NameSeen>()
            .Where(each => each.Lookup.Outcome == LookupOutcome.ServerFailure && !each.Ask.Unvalidated
                && each.Ask.Question.Type == RecordType.A)
            .Select(each => each.Ask with { Unvalidated = true });

    // Needed to tell a missing record from a broken resolver, and for the address of who answers for the zone.
    private static IEnumerable<Check> Zone(SiteView view, string host)
    {
        var failing = view.Failing.Count > 0 || NameView.Of(view) is { Failure: not null } or { Disagree: true };
        var resolver = view.Observed.Of<NameSeen>().FirstOrDefault(each => each.Lookup.IsConclusive)?.Ask.Server
            ?? view.Observed.Of<NameSeen>().FirstOrDefault(each => each.Lookup.Code is not null)?.Ask.Server;
        return failing && resolver is not null && !IsPrivate(host) && host.Contains('.')
            && !view.Observed.Of<ZoneSeen>().Any()
            ? [new ZoneWalk(host, resolver)]
            : [];
    }

    /// <summary>Whether the name belongs to no public zone.</summary>
    public static bool IsPrivate(string host)
        => !host.Contains('.') || PrivateEnds.Contains(host.TrimEnd('.').Split('.')[^1]);
}
