using Weir.Diagnosis;
using Weir.Probing.Checks;
using Weir.Vocabulary;

namespace Weir.Probing.Readings;

/// <summary>Whom a failure concerns, as far as one place can tell.</summary>
internal static class ScopeReading
{
    public static Scope Of(SiteView view)
    {
        if (view.Failing.Count == 0)
        {
            return view.AsAsked.Count == 0 && NameView.Of(view) is { Failure: not null } name
                ? OfName(name)
                : Scope.Unknown;
        }

        return HelpsAlone(view) ? Scope.OnlyYou
            : view.Failing.Count < view.AsAsked.Count ? Scope.Some
            : view.Failing.Any(each => each.Failure is Failure.UpstreamError or Failure.TlsCertificate)
                || view.Endpoints.Any(endpoint => LocalLookIsOwn(view, endpoint.Address)) ? Scope.Everyone
            : Scope.Unknown;
    }

    private static Scope OfName(NameView name) => name.ExistsElsewhere switch
    {
        true => Scope.OnlyYou,
        false => Scope.Everyone,
        null => Scope.Unknown,
    };

    // A change that only this visitor can make turns every failure into a good answer.
    private static bool HelpsAlone(SiteView view)
        => view.Failing.Count == view.AsAsked.Count
            && new[] { Variation.WithoutCookies, Variation.OtherBrowser, Variation.PlainTool }
                .Select(view.Varied).Any(each => each is { Fails: false });

    // Whoever fails to reach this machine from this machine is not alone.
    private static bool LocalLookIsOwn(SiteView view, System.Net.IPAddress address)
        => view.Observed.Of<LocalSeen>().FirstOrDefault()?.Network.Owns(address) ?? false;
}
