using System.Net;

namespace Weir.Probing.Tcp;

/// <summary>The path to a target, as far as its hops answer.</summary>
/// <param name="Target">The endpoint traced.</param>
/// <param name="Method">What was sent.</param>
/// <param name="Hops">The hops in order, up to the first that ended the trace.</param>
/// <param name="End">Why the trace ended.</param>
public sealed record PathTrace(IPEndPoint Target, TraceMethod Method, IReadOnlyList<PathHop> Hops, PathEnd End)
{
    /// <summary>
    /// Silent hops in a row after which the rest is taken for silent too: two or three routers in a row that do not
    /// talk are common, five are not.
    /// </summary>
    internal const int GapLimit = 5;

    /// <summary>The target itself answered.</summary>
    public bool Reached => End == PathEnd.Target;

    /// <summary>The farthest hop that answered; null when none did.</summary>
    public PathHop? LastAnswering => Hops.LastOrDefault(hop => hop.Address is not null);

    /// <summary>
    /// One router answers at two distances with another between them: packets go in a circle. The same router twice in
    /// a row is a common fault of routers and no loop.
    /// </summary>
    public bool HasLoop => Hops
        .Where(hop => hop.Answer == HopAnswer.Router)
        .GroupBy(hop => hop.Address)
        .Any(same => same.Max(hop => hop.Distance) - same.Min(hop => hop.Distance) > 1
            && Hops.Any(hop => hop.Answer == HopAnswer.Router
                && !same.Key!.Equals(hop.Address)
                && hop.Distance > same.Min(one => one.Distance)
                && hop.Distance < same.Max(one => one.Distance)));

    /// <summary>Why the trace may end after <paramref name="hops"/>; null when it may go on.</summary>
    internal static PathEnd? EndOf(IReadOnlyList<PathHop> hops, int maxHops) => Final(hops)?.Answer switch
    {
        HopAnswer.Target => PathEnd.Target,
        HopAnswer.Refusal => PathEnd.Refusal,
        HopAnswer.NotSent => PathEnd.NotSent,
        _ when EndsInSilence(hops) => PathEnd.Silence,
        _ when hops.Count >= maxHops => PathEnd.HopLimit,
        _ => null,
    };

    /// <summary>The trace of <paramref name="hops"/>: what was sent beyond the first final hop is left out.</summary>
    internal static PathTrace Of(TraceRequest request, IReadOnlyList<PathHop> hops, PathEnd end)
    {
        var length = Final(hops)?.Distance ?? hops.Count;
        return new PathTrace(request.Target, request.Method, [.. hops.Take(length)], end);
    }

    private static PathHop? Final(IReadOnlyList<PathHop> hops) =>
        hops.FirstOrDefault(hop => hop.Answer is HopAnswer.Target or HopAnswer.Refusal or HopAnswer.NotSent);

    private static bool EndsInSilence(IReadOnlyList<PathHop> hops) =>
        hops.Count >= GapLimit && hops.TakeLast(GapLimit).All(hop => hop.Answer == HopAnswer.Silence);
}
