using Weir.Diagnosis;
using Weir.Probing.Checks;
using Weir.Probing.Local;

namespace Weir.Probing.Readings;

/// <summary>The steps that every visitor is told to try, done for them: which one helps, or why none can.</summary>
internal static class StepReading
{
    public static IEnumerable<VisitorStep> Of(SiteView view, Scope scope)
        => view.Failing.Count == 0 && view.AsAsked.Count > 0 ? [] :
        [
            Refresh(view),
            Step(view, "Bypass the cache", Variation.FreshCopy, "a fresh copy is good",
                "a fresh copy fails in the same way"),
            Cookies(view),
            Browser(view),
            Router(view),
            Everyone(scope),
        ];

    private static VisitorStep Refresh(SiteView view)
    {
        var again = view.Observed.Of<Attempted>().Sum(each => each.Series.Attempts.Count);
        var (total, well) = (view.AsAsked.Count + again, view.AsAsked.Count - view.Failing.Count);
        return total == 0 ? new("Reload the page", false, "the site cannot even be asked")
            : well > 0 ? new("Reload the page", true, $"{well} of {total} requests went well")
            : new("Reload the page", false, $"asked {total} times, and none went well");
    }

    private static VisitorStep Step(SiteView view, string step, Variation variation, string good, string bad)
        => view.Varied(variation) is { } varied
            ? new(step, !varied.Fails && view.Failing.Count == view.AsAsked.Count, varied.Fails ? bad : good)
            : new(step, view.Reachable.Count == 0 ? false : null, view.Reachable.Count == 0
                ? "the site is not reached at all"
                : "was not tried: the site does not answer");

    private static VisitorStep Cookies(SiteView view)
        => view.Varied(Variation.WithoutCookies) is not null
            ? Step(view, "Clear the site's cookies", Variation.WithoutCookies, "without the cookies it works",
                "without the cookies it fails as well")
            : new("Clear the site's cookies", false, "it fails without any cookies, too");

    private static VisitorStep Browser(SiteView view)
    {
        var others = new[] { Variation.OtherBrowser, Variation.PlainTool }
            .Select(view.Varied).OfType<Sampled>().ToList();
        var well = others.Any(each => !each.Fails) && view.Failing.Count == view.AsAsked.Count;
        return others.Count == 0
            ? Step(view, "Try another browser", Variation.OtherBrowser, "", "")
            : new("Try another browser", well, well ? "another client gets a good answer"
                : "other clients fail as well");
    }

    private static VisitorStep Router(SiteView view)
    {
        const string Step = "Restart the router";
        var local = view.Observed.Of<LocalSeen>().FirstOrDefault()?.Network;
        var router = view.Observed.Of<RouterSeen>().FirstOrDefault();
        var others = view.Observed.Of<WellKnownSeen>().ToList();
        return view.Reachable.Count > 0 ? new(Step, false, "your connection works: the site was reached")
            : view.Endpoints.Any(endpoint => local?.Owns(endpoint.Address) == true)
                ? new(Step, false, "the address is on this very machine")
            : local?.LoopbackOnly == true ? new(Step, true, "this machine has no network at all")
            : router?.Answer == GatewayAnswer.No ? new(Step, true, "the router does not answer")
            : others.Any(each => each.Attempt.Connected) ? new(Step, false, "other sites are reached from here")
            : others.Count > 0 ? new(Step, true, "other sites are not reached from here either")
            : new(Step, null, "could not be told apart from here");
    }

    private static VisitorStep Everyone(Scope scope) => new("Is it down for all?", null, scope switch
    {
        Scope.Everyone => "yes: what fails does not depend on who asks",
        Scope.Some => "for some requests, not for others",
        Scope.OnlyYou => "no, it looks as if only you were concerned",
        Scope.Unknown => "not to be told from one place: ask elsewhere",
    });
}
