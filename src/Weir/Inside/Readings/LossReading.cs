using Weir.Diagnosis;
using Weir.Host.Counters;
using static Weir.Diagnosis.Observable;

namespace Weir.Inside.Readings;

/// <summary>Packets that the gateway's kernel had to send again while the upstream was asked.</summary>
internal static class LossReading
{
    /// <summary>SYNs sent again: one or two may be a server that starts; more are a bad path.</summary>
    private const long Few = 3;

    /// <summary>
    /// Loss lets some connections through; a filter, a queue or a dead host lets none, or has a trace of its own.
    /// </summary>
    public static IEnumerable<Finding> Of(InsideView view, JudgedHop? judged)
    {
        if (judged?.End is not { Endpoint: not null } end || view.Gateway?.Place is not { } place
            || view.SeatAt(place.Seat, Moment.Begin) is not { } before
            || view.SeatAt(place.Seat, Moment.End) is not { } after)
        {
            yield break;
        }

        var rise = after.Counters.Since(before.Counters);
        var asks = view.AskedAt(end);
        if (rise[CounterNames.SynRetransmits] is { } again && asks.Any(each => each.Attempt.Connect.Connected))
        {
            yield return new Finding
            {
                Source = Source.Host,
                Hop = judged.Hop,
                At = after.At,
                Says = $"Meanwhile the gateway's kernel sent {again} requests to connect again, and "
                    + $"{rise[CounterNames.RetransmittedSegments] ?? 0} segments in all.",
                Answers = again >= Few ? [(PacketsLost, true)] : again == 0 ? [(PacketsLost, false)] : [],
            };
        }
    }
}
