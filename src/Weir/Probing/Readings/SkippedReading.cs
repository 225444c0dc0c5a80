using Weir.Diagnosis;
using Weir.Probing.Checks;
using Weir.Probing.Dns;

namespace Weir.Probing.Readings;

/// <summary>What was not looked at, or not to its end, and what it would need.</summary>
internal static class SkippedReading
{
    public static IEnumerable<SkippedCheck> Of(SiteView view)
        => Unfinished(view).Concat(PublicNames(view)).Concat(WellKnown(view)).Concat(Browser(view));

    private static IEnumerable<SkippedCheck> Unfinished(SiteView view)
        => view.Observed.Of<Unfinished>()
            .Select(each => new SkippedCheck(
                each.Check.Name, $"not finished after {Words.Time(each.Took)}", "more time: --timeout 60s"))
            .DistinctBy(each => each.Check);

    private static IEnumerable<SkippedCheck> PublicNames(SiteView view)
    {
        var others = view.Observed.Of<NameSeen>().Where(each => each.Ask.Server.Role == NameServerRole.Public).ToList();
        return others.Count > 0 && others.All(each => !each.Lookup.IsConclusive)
            ? [new("public resolvers", $"none answered ({others[0].Lookup.Detail})",
                "a way to 1.1.1.1, 8.8.8.8 or 9.9.9.9")]
            : [];
    }

    private static IEnumerable<SkippedCheck> WellKnown(SiteView view)
    {
        var local = view.Observed.Of<LocalSeen>().FirstOrDefault();
        return local?.Network.GatewaysV4 is null && local is not null
            ? [new("the default gateway", "the routing table cannot be read on this system", "Linux")]
            : [];
    }

    private static IEnumerable<SkippedCheck> Browser(SiteView view)
        => view.Failing.Count > 0 && view.Reachable.Count > 0
            ? [new("your browser's own cookies and extensions", "a command cannot see them",
                "the site's cookies, copied: --header 'Cookie: …'")]
            : [];
}
