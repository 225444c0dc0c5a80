using Weir.Diagnosis;
using Weir.Probing.Checks;
using Weir.Probing.Local;
using static Weir.Diagnosis.Observable;

namespace Weir.Probing.Readings;

/// <summary>What the visitor's own side says.</summary>
internal static class LocalReading
{
    public static IEnumerable<Finding> Of(SiteView view)
    {
        var local = view.Observed.Of<LocalSeen>().FirstOrDefault();
        return local is null ? [] :
        [
            .. Network(local, view),
            .. Proxy(local, view),
            .. view.Observed.Of<RouterSeen>().Where(each => each.Answer != GatewayAnswer.NotChecked).Select(Router),
            .. Others(view),
        ];
    }

    private static IEnumerable<Finding> Network(LocalSeen local, SiteView view)
    {
        var needsNetwork = view.Endpoints.Count == 0
            || view.Endpoints.Any(endpoint => !local.Network.Owns(endpoint.Address));
        if (view.Reachable.Count > 0 || !needsNetwork)
        {
            yield break;
        }

        var vpn = string.Join(", ", local.Network.Vpns.Select(each => each.Name));
        yield return Note(local, local.Network.LoopbackOnly
            ? "This machine has no network but its own loopback."
            : $"This machine is connected ({string.Join(", ", Cards(local))}"
                + (vpn.Length > 0 ? $"; traffic may leave by the VPN {vpn})." : ").")) with
        {
            Answers = [(NetworkDown, local.Network.LoopbackOnly)],
        };
    }

    private static IEnumerable<string> Cards(LocalSeen local)
        => local.Network.Interfaces.Where(each => !each.Loopback && each.Addresses.Count > 0).Select(each => each.Name);

    private static IEnumerable<Finding> Proxy(LocalSeen local, SiteView view)
    {
        if (local.Network.Proxies.For(new Uri(view.Target.Url)) is { } proxy)
        {
            yield return Note(local, $"Programs on this machine are told to use a proxy for this site ({proxy}). "
                + "Weir asked the site itself, without it.");
        }
    }

    private static Finding Router(RouterSeen router) => Note(router, router.Answer == GatewayAnswer.Yes
        ? $"The default gateway {router.Address} answers."
        : $"The default gateway {router.Address} does not answer on the local network.") with
    {
        Answers = [(LocalGatewaySilent, router.Answer == GatewayAnswer.No)],
    };

    private static IEnumerable<Finding> Others(SiteView view)
    {
        var others = view.Observed.Of<WellKnownSeen>().ToList();
        if (others.Count > 0)
        {
            var reached = others.Where(each => each.Attempt.Connected).Select(each => each.Site.Label).ToList();
            yield return Note(others[0], reached.Count > 0
                ? $"Other sites are reached from here: {string.Join(", ", reached)}."
                : $"Other, well-known sites are not reached from here either: "
                    + $"{string.Join(", ", others.Select(each => each.Site.Label))}.") with
            {
                Answers = [(OtherSitesFail, reached.Count == 0)],
            };
        }
    }

    private static Finding Note(Fact fact, string says) => new()
    {
        Source = Source.Visitor,
        At = fact.At,
        Says = says,
    };
}
