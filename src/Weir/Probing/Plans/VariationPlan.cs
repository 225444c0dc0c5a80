using Weir.Probing.Checks;
using Weir.Vocabulary;

namespace Weir.Probing.Plans;

/// <summary>
/// The visitor's usual steps and a few other paths, tried when the request as asked fails or is slow.
/// </summary>
internal static class VariationPlan
{
    private static readonly Variation[] Steps = [Variation.FreshCopy, Variation.OtherBrowser, Variation.PlainTool];

    private static readonly Variation[] Paths = [Variation.NoSuchPage, Variation.SmallFile, Variation.FrontPage];

    public static IEnumerable<Check> Next(SiteView view)
    {
        if (view.Reachable is not [var endpoint, ..] || view.RedirectsTo is not null
            || view.Observed.Options.OnlyAsAsked)
        {
            return [];
        }

        var failing = view.Failing.FirstOrDefault(each => each.Connect.Connected);
        var slow = view.AsAsked.Count == 0 && view.HasPassed(SamplePlan.Slow);
        if (failing is { Tls.Failure: not null })
        {
            return [];
        }

        var wanted = failing is not null ? [.. Cookies(view), .. Steps, .. Paths, .. Contact(failing)]
            : slow ? Cookies(view).Concat(Steps).Concat(Paths)
            : [];
        return wanted
            .Where(variation => MakesSense(variation, view))
            .Select(variation => new Sample(
                view.Target, failing?.Sample.Endpoint ?? endpoint, variation, (int)variation));
    }

    private static IEnumerable<Variation> Cookies(SiteView view)
        => VisitorRequest.IsPersonal(view.Observed.Options) ? [Variation.WithoutCookies] : [];

    // The file of contacts is worth a request only where somebody answers at all.
    private static IEnumerable<Variation> Contact(Sampled failing)
        => failing.Failure is null or Failure.UpstreamError ? [Variation.SecurityText] : [];

    private static bool MakesSense(Variation variation, SiteView view)
        => variation != Variation.FrontPage || view.Target.PathAndQuery != "/";
}
