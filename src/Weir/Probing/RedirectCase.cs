using System.Collections.Immutable;
using Weir.Diagnosis;
using Weir.Probing.Readings;
using Weir.Vocabulary;

namespace Weir.Probing;

/// <summary>The case of redirects that lead nowhere: in a circle, or on and on.</summary>
internal static class RedirectCase
{
    public static Case Of(
        SiteView view, string asked, IReadOnlyList<string> redirects, DateTimeOffset at, TimeSpan took)
    {
        var sighting = new Sighting(
            Failure.Loop, Hops.Site, view.Target.HostAndPort, redirects.Count, redirects.Count);
        var loop = new Finding
        {
            Source = Source.Probe,
            Hop = Hops.Site,
            At = at,
            Shows = Failure.Loop,
            Says = $"The site redirects in a circle: {redirects.Count} redirects, the last to {redirects[^1]}. "
                + "Often one side believes that the visitor came by http and the other by https.",
            Answers = [(Observable.SeenTwiceInPath, true)],
        };
        var open = OutsideCase.Of(view.Observed, asked, redirects, at, took);
        return open with
        {
            Samples = new SampleCount(redirects.Count, redirects.Count, redirects.Count),
            Failures = [sighting],
            Failure = ImmutableDictionary<Failure, double>.Empty.Add(Failure.Loop, 1),
            Findings = [loop],
            Scope = Scope.Everyone,
        };
    }
}
