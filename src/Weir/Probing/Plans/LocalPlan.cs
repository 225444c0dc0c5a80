using System.Net;
using Weir.Probing.Checks;

namespace Weir.Probing.Plans;

/// <summary>The visitor's own side: always read, and asked where the site cannot be reached.</summary>
internal static class LocalPlan
{
    public static IEnumerable<Check> Next(SiteView view)
    {
        yield return new LocalLook();
        if (view.Observed.Of<LocalSeen>().FirstOrDefault() is not { } local || !IsCutOff(view))
        {
            yield break;
        }

        var gateways = (local.Network.GatewaysV4 ?? []).Select(each => each.Address).OfType<IPAddress>();
        foreach (var gateway in gateways.Take(1))
        {
            yield return new RouterLook(gateway);
        }

        foreach (var site in WellKnownSite.All)
        {
            yield return site;
        }
    }

    /// <summary>Whether <paramref name="address"/> is one of this machine's own.</summary>
    public static bool IsOwn(SiteView view, IPAddress address)
        => view.Observed.Of<LocalSeen>().FirstOrDefault()?.Network.Owns(address) ?? IPAddress.IsLoopback(address);

    // Nothing was reached of something that the Internet should lead to. Of a private network's addresses and names the
    // visitor's way out says nothing.
    private static bool IsCutOff(SiteView view)
        => view.Reachable.Count == 0 && (view.Endpoints.Count == 0
            ? view.Observed.Of<SystemSeen>().Any() && !NamePlan.IsPrivate(view.Target.Host)
            : view.Unreached.Count > 0 && !view.Endpoints.All(endpoint => AddressRange.IsPrivate(endpoint.Address)));
}
