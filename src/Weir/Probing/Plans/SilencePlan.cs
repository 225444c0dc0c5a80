using System.Net;
using Weir.Probing.Checks;
using Weir.Vocabulary;

namespace Weir.Probing.Plans;

/// <summary>What to look at where connecting fails or stays silent.</summary>
internal static class SilencePlan
{
    /// <summary>No answer to a SYN within this time is unusual anywhere on earth.</summary>
    private static readonly TimeSpan Silent = TimeSpan.FromMilliseconds(500);

    /// <summary>More endpoints would tell the same.</summary>
    private const int MostEndpoints = 2;

    public static IEnumerable<Check> Next(SiteView view)
    {
        if (view.Endpoints.Count == 0)
        {
            return [];
        }

        var failed = view.Unreached.Select(each => (each.Sample.Endpoint, each.Attempt.Failure));
        var silent = view.HasPassed(Silent)
            ? view.Endpoints
                .Where(endpoint => !view.Observed.Of<Reached>().Any(each => each.Sample.Endpoint.Equals(endpoint)))
                .Select(endpoint => (Endpoint: endpoint, Failure: (Failure?)Failure.ConnectTimeout))
            : [];
        return failed.Concat(silent).Take(MostEndpoints)
            .SelectMany(each => Looks(view, each.Endpoint, each.Failure))
            .Prepend(new Wait(Silent));
    }

    private static IEnumerable<Check> Looks(SiteView view, IPEndPoint endpoint, Failure? failure)
    {
        var own = LocalPlan.IsOwn(view, endpoint.Address);
        yield return new Attempts(endpoint);
        yield return new OtherPorts(endpoint);
        if (own)
        {
            yield return new OwnListeners(endpoint);
        }
        else if (failure is Failure.ConnectTimeout or Failure.ConnectUnreachable or Failure.ConnectProhibited)
        {
            yield return new Trace(endpoint);
        }
    }
}
