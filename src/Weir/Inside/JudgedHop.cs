using Weir.Inside.Checks;
using Weir.Logs.Recent;
using Weir.Probing.Readings;
using Weir.Vocabulary;

namespace Weir.Inside;

/// <summary>The failing hop behind the gateway, and how that is known.</summary>
/// <param name="End">The far end; null where no name led to an address, or the log names another.</param>
/// <param name="Hop">The hop, as the contract spells it.</param>
/// <param name="Endpoint">The far end for reports.</param>
/// <param name="Kind">What fails.</param>
/// <param name="Count">How many attempts failed so.</param>
/// <param name="Of">How many there were.</param>
/// <param name="IsProbed">Seen on the wire by our own requests; else the gateway's word.</param>
internal sealed record JudgedHop(
    HopEnd? End, string Hop, string Endpoint, Failure Kind, int Count, int Of, bool IsProbed)
{
    /// <summary>The hop; null where nothing behind the gateway is known to fail.</summary>
    public static JudgedHop? Find(InsideView view)
        => view.Gateway is not { Place: not null } ? Pair(view)
            : Loop(view) ?? Nameless(view) ?? Denied(view) ?? Probed(view) ?? Logged(view) ?? Pair(view);

    // The gateway leads to a socket of its own: each request comes back until a limit ends it.
    private static JudgedHop? Loop(InsideView view)
        => view.Site.Failing.Count == 0 ? null
            : view.Ends.Where(end => GatewayLoop.IsOwn(view, end))
                .Select(end => new JudgedHop(end, end.Hop, end.Name, Failure.Loop, view.Site.Failing.Count,
                    view.Site.AsAsked.Count, true))
                .FirstOrDefault();

    private static JudgedHop? Nameless(InsideView view)
        => view.Site.Observed.Of<MemberNamesSeen>()
            .Where(each => each.Answer.Failure is not null && each.Answer.Addresses.Count == 0)
            .Where(_ => view.Site.Failing.Count > 0)
            .Select(each => new JudgedHop(
                null, Hops.Behind(each.Member.Name), each.Member.Name, each.Answer.Failure!.Value, 1, 1, true))
            .FirstOrDefault();

    // A pair that a person named, where the site fails and nothing nearer is known to.
    private static JudgedHop? Pair(InsideView view)
        => view.Site.Failing.Count == 0 && view.Site.AsAsked.Count > 0 ? null
            : view.Site.Observed.Of<PairSeen>().Where(each => each.Failure is not null)
                .Select(each => new JudgedHop(
                    null, Hops.Behind(each.Look.Upstream.Name), each.Connect?.EndpointName ?? each.Look.Upstream.Name,
                    each.Failure!.Value, 1, 1, true))
                .FirstOrDefault();

    // We may be root, who may open everything; the gateway's workers are not.
    private static JudgedHop? Denied(InsideView view)
        => view.Site.Failing.Count == 0 ? null
            : view.Ends.Where(end => view.Site.Observed.Of<SocketJudged>().Any(seen => seen.Path == end.Member.UnixPath
                    && seen.Access.TryGet(out var access) && !access.IsGranted))
                .Select(end => new JudgedHop(end, end.Hop, end.Name, Failure.ConnectDenied, view.Site.Failing.Count,
                    view.Site.AsAsked.Count, true))
                .FirstOrDefault();

    // Where the site is well, a single upstream that fails is our replay's mistake; one of several is a bad member.
    private static JudgedHop? Probed(InsideView view)
    {
        var failing = view.Ends
            .Select(end => (end, asked: view.AskedAt(end)))
            .Where(each => each.asked.Any(ask => ask.Failure is not null))
            .OrderByDescending(each => each.asked.Count(ask => ask.Failure is not null) / (double)each.asked.Count)
            .ToList();
        if (failing.Count == 0 || (view.Site.Failing.Count == 0 && view.Site.AsAsked.Count > 0
            && (view.Ends.Count < 2 || failing.Count == view.Ends.Count)))
        {
            return null;
        }

        var (worst, asks) = failing[0];
        var kind = asks.Select(ask => ask.Failure).OfType<Failure>().GroupBy(each => each)
            .OrderByDescending(group => group.Count()).First();
        return new(worst, worst.Hop, worst.Name, kind.Key, kind.Count(), asks.Count, true);
    }

    // What the log says of our own requests before what it says of others'.
    private static JudgedHop? Logged(InsideView view)
    {
        if (view.Log is not { } log || view.Site.Failing.Count == 0)
        {
            return null;
        }

        var began = view.Site.AsAsked.Select(each => each.At).DefaultIfEmpty(log.At).Min();
        var since = began - TimeSpan.FromMilliseconds(began.Millisecond + 1); // the log has whole seconds
        var requests = log.View.Requests.Where(each => !each.IsSaved && each.Kind is not null).ToList();
        var ours = requests.Where(each => each.At >= since).ToList();
        return (ours.Count > 0 ? ours : requests).GroupBy(each => (each.Kind, each.Upstream))
            .OrderBy(group => group.Key.Kind == Failure.NoHealthyUpstream) // it follows from what came before
            .ThenByDescending(group => group.Count())
            .Select(group => OfLog(view, group.First(), group.Count(), Math.Max(requests.Count, group.Count())))
            .FirstOrDefault();
    }

    private static JudgedHop OfLog(InsideView view, FailedRequest request, int count, int of)
    {
        var end = view.Ends.FirstOrDefault(each => each.Name == request.Upstream)
            ?? (view.Ends is [var only] ? only : null);
        return new(end, end?.Hop ?? Hops.Behind(null), end?.Name ?? request.Upstream, request.Kind!.Value, count, of,
            false);
    }
}
