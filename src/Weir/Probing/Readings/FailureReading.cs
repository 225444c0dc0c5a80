using System.Collections.Immutable;
using Weir.Diagnosis;
using Weir.Knowledge;
using Weir.Vocabulary;

namespace Weir.Probing.Readings;

/// <summary>
/// Which failure at which hop the case is about. Seen from outside a gateway's error is a failure of the hop behind
/// it where the answer names one; else it is what the visitor's hop shows, and the failures behind it stay possible.
/// </summary>
/// <param name="Sightings">The failures for the report, the judged one first.</param>
/// <param name="Fit">How well each failure fits at the hop that is judged.</param>
internal sealed record FailureReading(ImmutableArray<Sighting> Sightings, ImmutableDictionary<Failure, double> Fit)
{
    /// <summary>
    /// How often a page that is not the gateway's usual one was made by the gateway all the same: a page of the site's
    /// own for errors.
    /// </summary>
    private const double OwnErrorPage = 0.3;

    /// <summary>The same for words that are no markup: a page of the site's own is made for people.</summary>
    private const double OwnErrorWords = 0.08;

    private static readonly FailureReading Nothing = new([], ImmutableDictionary<Failure, double>.Empty);

    public static FailureReading Of(SiteView view, AnswerView? answer)
    {
        if (NameView.Of(view) is { Failure: { } nameless } && view.Endpoints.Count == 0)
        {
            return Known(new Sighting(nameless, Hops.Site, view.Target.HostAndPort, 1, 1));
        }

        var wire = Wire(view).ToList();
        if (view.Failing.All(each => each.Failure != Failure.UpstreamError) || answer is null)
        {
            return wire is [] ? Nothing : new FailureReading([.. wire], One(wire[0].Kind));
        }

        return Behind(view, answer) is var behind && wire is []
            ? behind
            : behind with { Sightings = behind.Sightings.AddRange(wire) };
    }

    // What broke on the visitor's own hop, the most frequent first.
    private static IEnumerable<Sighting> Wire(SiteView view)
        => view.Failing
            .Where(each => each.Failure is not (null or Failure.UpstreamError))
            .GroupBy(each => (Kind: each.Failure!.Value, each.Sample.Endpoint))
            .Select(group => new Sighting(
                group.Key.Kind, Hops.Site, Tcp.EndpointText.Of(group.Key.Endpoint), group.Count(), view.AsAsked.Count))
            .OrderByDescending(each => each.Count);

    private static FailureReading Behind(SiteView view, AnswerView answer)
    {
        var count = view.Failing.Count(each => each.Failure == Failure.UpstreamError);
        var of = view.AsAsked.Count;
        var next = answer.Speaker?.NextHop;
        var site = Tcp.EndpointText.Of(answer.Sampled.Sample.Endpoint);
        Sighting At(Failure kind) => new(kind, Hops.Behind(next), next ?? "", count, of);
        return answer.Named switch
        {
            [var only] => Known(At(only)),
            [var said, _, ..] when answer.Speaker is { Possible.Count: > 0 } => new([At(said)], Spread(answer)),
            [_, _, ..] => new([new(Failure.UpstreamError, Hops.Site, site, count, of)], Spread(answer)),
            [] when answer.MadeIt == false => Known(At(Failure.UpstreamError)),
            [] when IsApplication(answer) => Known(new(Failure.UpstreamError, Hops.Site, site, count, of)),
            [] => new([new(Failure.UpstreamError, Hops.Site, site, count, of)], Possible(answer)),
        };
    }

    private static ImmutableDictionary<Failure, double> Possible(AnswerView answer)
    {
        var fit = GatewayStatuses.Fit(answer.Answerer?.Software, answer.Page.Status, answer.MadeIt);
        var own = answer.HasPlainWords ? OwnErrorWords : OwnErrorPage;
        return answer.MadeIt is not null || answer.Page.BodyLength == 0 ? fit : fit.ToImmutableDictionary(
            each => each.Key, each => each.Key == Failure.UpstreamError ? each.Value : each.Value * own);
    }

    private static bool IsApplication(AnswerView answer)
        => answer.Answerer?.Role is Answers.AnswererRole.ApplicationServer or Answers.AnswererRole.Framework;

    // The first is the likeliest, but one phrase stands for all of them: which it was is not known.
    private static ImmutableDictionary<Failure, double> Spread(AnswerView answer)
        => answer.Named.Select((kind, index) => (kind, fits: index == 0 ? 0.9 : 0.6)).DistinctBy(each => each.kind)
            .ToImmutableDictionary(
                each => each.kind,
                each => each.fits * GatewayStatuses.ShareBehind(answer.Answerer?.Software, each.kind));

    private static FailureReading Known(Sighting sighting) => new([sighting], One(sighting.Kind));

    private static ImmutableDictionary<Failure, double> One(Failure kind)
        => ImmutableDictionary<Failure, double>.Empty.Add(kind, 1);
}
