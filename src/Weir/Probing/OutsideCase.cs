using System.Collections.Immutable;
using Weir.Diagnosis;
using Weir.Knowledge;
using Weir.Probing.Readings;
using Weir.Vocabulary;

namespace Weir.Probing;

/// <summary>Reads what was measured from outside into a case for the judge. Pure.</summary>
public static class OutsideCase
{
    /// <summary>The case of one target.</summary>
    /// <param name="observed">Everything measured.</param>
    /// <param name="asked">The URL that the person asked for, before redirects.</param>
    /// <param name="redirects">The redirects that led to the target.</param>
    /// <param name="at">When the command began (UTC).</param>
    /// <param name="took">How long it took.</param>
    public static Case Of(
        Observed observed, string asked, IEnumerable<string> redirects, DateTimeOffset at, TimeSpan took)
    {
        var view = new SiteView(observed);
        var answer = AnswerView.Of(view);
        var failure = FailureReading.Of(view, answer);
        var scope = ScopeReading.Of(view);
        var judged = failure.Sightings.FirstOrDefault();
        return new Case
        {
            Target = asked,
            At = at,
            Took = took,
            Samples = Count(view),
            Status = StatusOf(view),
            Scope = scope,
            AnsweredBy = By(answer),
            Failures = failure.Sightings,
            Failure = failure.Fit,
            Findings = [.. Findings(view)],
            Skipped = [.. SkippedReading.Of(view)],
            Steps = [.. StepReading.Of(view, scope)],
            Contacts = view.Failing.Count > 0 || view.AsAsked.Count == 0 ? [.. ContactReading.Of(view)] : [],
            Path = [.. PathReading.Of(view, answer, judged)],
            Redirects = [.. redirects],
            Places = Places(view, judged),
        };
    }

    private static IEnumerable<Finding> Findings(SiteView view) =>
    [
        .. NameReading.Of(view),
        .. ConnectReading.Of(view),
        .. TlsReading.Of(view),
        .. ProtocolReading.Of(view),
        .. AnswerReading.Of(view),
        .. SampleReading.Of(view),
        .. VariationReading.Of(view),
        .. LocalReading.Of(view),
        .. DependencyReading.Of(view),
    ];

    // A name that leads nowhere is a visit that failed, although no request could be sent.
    private static SampleCount Count(SiteView view)
        => view.AsAsked.Count == 0
            ? new SampleCount(1, 1, 0)
            : new SampleCount(
                view.AsAsked.Count, view.Failing.Count, view.AsAsked.Count(each => each.Status is not null));

    private static int? StatusOf(SiteView view)
        => view.AsAsked.Where(each => each.Status is not null)
            .GroupBy(each => each.Status)
            .OrderByDescending(group => group.Count())
            .FirstOrDefault()?.Key;

    private static AnsweredBy? By(AnswerView? answer)
        => answer?.Answerer is { } answerer
            ? new AnsweredBy(answerer.Software, answerer.Version, "gateway", answer.MadeIt ?? false)
            : null;

    private static ImmutableDictionary<string, string> Places(SiteView view, Sighting? judged)
    {
        var places = ImmutableDictionary<string, string>.Empty
            .Add(Placeholders.Site, view.Target.Url)
            .Add(Placeholders.Name, view.Target.Host);
        if (judged is null || (judged.Hop == Hops.Site && judged.Kind != Failure.UpstreamError))
        {
            var endpoint = judged?.Endpoint is { Length: > 0 } seen ? seen : view.Target.HostAndPort;
            return places
                .Add(Placeholders.Endpoint, endpoint)
                .Add(Placeholders.Host, view.Target.Host)
                .Add(Placeholders.Port, endpoint[(endpoint.LastIndexOf(':') + 1)..]);
        }

        // What is behind the gateway is named only where the gateway said so.
        return judged.Hop == Hops.Site || judged.Endpoint.Length == 0
            ? places
            : places.Add(Placeholders.Endpoint, judged.Endpoint);
    }
}
