using Weir.Probing.Checks;
using Weir.Vocabulary;

namespace Weir.Probing.Plans;

/// <summary>The visitor's request, repeated: once to every address, then until there are enough samples.</summary>
internal static class SamplePlan
{
    /// <summary>
    /// Requests of the visitor's kind under way at once: as many as a browser would open, and no more.
    /// </summary>
    private const int MostAtOnce = 3;

    /// <summary>After this time an answer is slow, and the other samples no longer wait for the first.</summary>
    public static readonly TimeSpan Slow = TimeSpan.FromMilliseconds(500);

    public static IEnumerable<Check> Next(SiteView view)
    {
        var first = view.Endpoints.Select(endpoint => new Sample(view.Target, endpoint, Variation.AsAsked, 0));
        return view.Endpoints.Count == 0 ? [] : [.. first, new Wait(Slow), .. Repeated(view)];
    }

    private static IEnumerable<Check> Repeated(SiteView view)
    {
        var endpoints = view.Reachable;
        if (endpoints.Count == 0 || view.RedirectsTo is not null || !(view.AsAsked.Count > 0 || view.HasPassed(Slow)))
        {
            return [];
        }

        // Silence is waited for on as many connections as may be open at once, not on one after the other.
        var silent = view.Failing.Any(each => each.Failure is Failure.HeadersTimeout or Failure.BodyTimeout
            or Failure.TlsTimeout);
        var wanted = silent ? MostAtOnce : Math.Max(view.Observed.Options.Samples, endpoints.Count);
        var finished = view.AsAsked.Count(each => endpoints.Contains(each.Sample.Endpoint));
        return Enumerable.Range(0, Math.Min(wanted, finished + MostAtOnce))
            .Select(index => new Sample(
                view.Target, endpoints[index % endpoints.Count], Variation.AsAsked, index / endpoints.Count));
    }
}
