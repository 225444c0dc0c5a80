using System.Collections.Immutable;
using Weir.Diagnosis;
using Weir.Inside.Readings;
using Weir.Knowledge;
using Weir.Probing;
using Weir.Probing.Readings;
using Weir.Vocabulary;

namespace Weir.Inside;

/// <summary>
/// Joins what this machine shows to the case of the outside: the failing hop behind the gateway takes the place of the
/// gateway's own error. Pure.
/// </summary>
public static class InsideCase
{
    /// <summary>The case with what was seen from inside.</summary>
    /// <param name="open">The case of the outside.</param>
    /// <param name="observed">Everything measured.</param>
    public static Case Join(Case open, Observed observed)
    {
        ArgumentNullException.ThrowIfNull(open);
        ArgumentNullException.ThrowIfNull(observed);
        if (observed.Options.Inside is null)
        {
            return open;
        }

        var view = new InsideView(new SiteView(observed));
        var judged = JudgedHop.Find(view);
        var joined = open with
        {
            Findings =
            [
                .. open.Findings.Select(each => judged is null ? each : Behind(each, view, judged)),
                .. Findings(view, judged),
            ],
            Skipped = [.. open.Skipped, .. InsideSkipped.Of(view)],
            Ailing = open.Ailing || IsAiling(view, judged),
            Looks = [.. FarLooks.Of(view, judged)],
        };
        return judged is null ? joined : joined with
        {
            Failures = [SightingOf(judged), .. open.Failures.Where(each => each.Hop == Hops.Site
                && each.Kind != Failure.UpstreamError)],
            Failure = ImmutableDictionary<Failure, double>.Empty.Add(judged.Kind, 1),
            AnsweredBy = AnsweredBy(open, view, judged),
            Path = [.. PathOf(open, view, judged)],
            Places = PlacesOf(open, judged),
        };
    }

    private static IEnumerable<Finding> Findings(InsideView view, JudgedHop? judged) =>
    [
        .. GatewayReading.Of(view, judged),
        .. HopReading.Of(view, judged),
        .. ListenerReading.Of(view, judged),
        .. ApplicationReading.Of(view, judged),
        .. SupplyReading.Of(view, judged),
        .. GroupReading.Of(view, judged),
        .. SeatReading.Of(view, judged),
        .. LossReading.Of(view, judged),
        .. KernelReading.Of(view, judged),
        .. LogReading.Of(view, judged),
        .. PairReading.Of(view, judged),
    ];

    // What was measured of the way to the gateway is no answer about the way behind it.
    private static Finding Behind(Finding outside, InsideView view, JudgedHop judged)
        => outside with
        {
            Shows = null,
            Answers = [.. outside.Answers.Where(each => !IsOfEndpoint(each.Observable)
                && !Explains(view, judged, each.Observable))],
        };

    // One bad server of several makes the site fail now and then, on any path, and itself always.
    private static bool Explains(InsideView view, JudgedHop judged, Observable observable)
        => observable is Observable.Intermittent or Observable.EveryPathSlow or Observable.OnlySomePaths
            && judged is { IsProbed: true, End: { } end }
            && judged.Count == judged.Of
            && view.Ends.Any(other => other.Member != end.Member
                && view.AskedAt(other) is { Count: > 0 } asked && asked.All(each => each.Failure is null));

    private static bool IsOfEndpoint(Observable observable)
        => observable <= Observable.SocketForbidden // the first groups of the list are about the endpoint
            || observable is Observable.OneMemberFails or Observable.OtherProtocolSpoken or Observable.ProtocolMixedUp
                or Observable.LargeHead;

    private static Sighting SightingOf(JudgedHop judged)
        => new(judged.Kind, judged.Hop, judged.Endpoint, judged.Count, judged.Of);

    // A member that fails while the others answer is wrong before any visitor notices.
    private static bool IsAiling(InsideView view, JudgedHop? judged)
        => judged is not null && view.Site.Failing.Count == 0;

    private static AnsweredBy? AnsweredBy(Case open, InsideView view, JudgedHop judged)
        => view.Gateway?.Place is { } place && open.Status is not null
            ? new AnsweredBy(
                place.Software, view.Gateway.Configuration?.Model.Version ?? open.AnsweredBy?.Version, "gateway",
                judged.Kind != Failure.UpstreamError && open.Status >= 500)
            : open.AnsweredBy;

    private static IEnumerable<PathStation> PathOf(Case open, InsideView view, JudgedHop judged)
        => open.Path.TakeWhile(each => each.Name is "you" or "DNS")
            .Append(new PathStation(
                view.Gateway!.Place!.Software, view.Gateway.Endpoint.ToString(), LinkState.Well))
            .Append(new PathStation("upstream", judged.Endpoint, LinkState.Broken));

    private static ImmutableDictionary<string, string> PlacesOf(Case open, JudgedHop judged)
    {
        var places = open.Places.SetItem(Placeholders.Endpoint, judged.Endpoint);
        return judged.End?.Endpoint is { } endpoint
            ? places.SetItem(Placeholders.Host, endpoint.Address.ToString())
                .SetItem(Placeholders.Port, endpoint.Port.ToString(System.Globalization.CultureInfo.InvariantCulture))
            : places;
    }
}
