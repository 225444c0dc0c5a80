using System.Text.Json.Nodes;
using Weir.Diagnosis;
using Weir.Host.Counters;
using Weir.Host.Firewall;
using Weir.Inside.Checks;
using static Weir.Diagnosis.Observable;

namespace Weir.Inside.Readings;

/// <summary>
/// What the packet filters and the kernel's counters of both ends of the failing hop did while it was asked.
/// </summary>
internal static class SeatReading
{
    public static IEnumerable<Finding> Of(InsideView view, JudgedHop? judged)
    {
        if (judged?.End is not { Endpoint: { } } end || view.Gateway?.Place is not { } place || view.Begin is null)
        {
            return [];
        }

        var packet = PacketOf(view, end);
        var near = Pair(view, place.Space);
        var far = view.SpaceOf(end) is { } space ? Pair(view, space) : null;
        return
        [
            .. Filters(near, far, packet, judged),
            .. far is { } read ? Kernel(view, end, read, judged) : [],
            .. Tracking(near, far, judged),
            .. SurroundingsReading.Of(view, end, near?.After, far?.After, judged),
        ];
    }

    // Where both were read and none counted, no filter of these two hosts is to blame.
    private static IEnumerable<Finding> Filters(
        (SeatSeen Before, SeatSeen After)? near, (SeatSeen Before, SeatSeen After)? far, FirewallPacket packet,
        JudgedHop judged)
    {
        var counted = new[] { near, far }.OfType<(SeatSeen Before, SeatSeen After)>().DistinctBy(each => each.After)
            .SelectMany(each => FilterObstacle.Counted(each.Before.Rules, each.After.Rules, packet)
                .Select(obstacle => (obstacle, each.After)))
            .ToList();
        var (obstacles, limits) = (counted.Where(each => !each.obstacle.IsLimit).ToList(),
            counted.Where(each => each.obstacle.IsLimit).ToList());
        foreach (var (obstacle, after) in counted)
        {
            yield return new Finding
            {
                Source = Source.Host,
                Hop = judged.Hop,
                At = after.At,
                Says = $"The packet filter of {after.Look.Who} stopped {obstacle.Packets} packets meanwhile: "
                    + $"{obstacle.Text}.",
                Answers = obstacle.IsLimit ? [(RateLimitRuleCounts, true), (NewConnectionsFailInBursts, true)]
                    : [(FirewallRuleCounts, true)],
                Data = new JsonObject { ["packets"] = obstacle.Packets, ["rule"] = obstacle.Text },
            };
        }

        if (near is { } own && CanSee(own) && (far is not { } other || CanSee(other)))
        {
            var at = own.After.At;
            List<(Observable, bool)> answers = [];
            if (obstacles.Count == 0 && far is not null)
            {
                answers.Add((FirewallRuleCounts, false));
            }

            if (limits.Count == 0 && far is not null)
            {
                answers.Add((RateLimitRuleCounts, false));
            }

            if (counted.Count == 0)
            {
                yield return new Finding
                {
                    Source = Source.Host,
                    Hop = judged.Hop,
                    At = at,
                    Says = far is null ? "No rule of the gateway's own packet filter stopped a packet meanwhile."
                        : "No rule of a packet filter stopped a packet meanwhile, at the gateway or at the upstream.",
                    Answers = [.. answers],
                };
            }
        }
    }

    private static bool CanSee((SeatSeen Before, SeatSeen After) pair)
        => !pair.Before.Rules.Unread.Concat(pair.After.Rules.Unread)
            .Any(each => each.Reason is not Host.UnreadReason.Absent);

    private static IEnumerable<Finding> Kernel(
        InsideView view, HopEnd end, (SeatSeen Before, SeatSeen After) far, JudgedHop judged)
    {
        var rise = far.After.Counters.Since(far.Before.Counters);
        var refused = view.AskedAt(end)
            .Count(each => each.Attempt.Connect is { Connected: false, Icmp: null } connect
                && connect.Errno == Probing.Tcp.Errno.ECONNREFUSED);
        List<(Observable, bool)> answers = [];
        List<string> words = [];
        if (refused > 0 && rise[CounterNames.ResetsSent] is { } resets)
        {
            // Other ports were asked as well, and refused by the kernel wherever nothing listens.
            var others = view.Site.Observed.Of<HopPortsSeen>().Where(each => each.Endpoint.Equals(end.Endpoint))
                .Sum(each => each.Ports.TryGet(out var ports)
                    ? ports.Answering.Count(port => !port.Attempt.Connected && port.Attempt.Icmp is null) : 0);
            answers.Add((KernelSentReset, resets - others >= refused));
            words.Add($"sent {Math.Max(0, resets - others)} resets where {refused} connections were refused");
        }

        var cards = rise.Rises.Where(each => each.Key.StartsWith("dev.", StringComparison.Ordinal)
            && (each.Key.EndsWith("_errors", StringComparison.Ordinal)
                || each.Key.EndsWith("_dropped", StringComparison.Ordinal)
                || each.Key.EndsWith("_carrier", StringComparison.Ordinal)));
        words.AddRange(cards.Select(each => $"counted {each.Value} {each.Key[4..].Replace('.', ' ')}"));
        if (rise[CounterNames.ListenOverflows] is { } overflows)
        {
            answers.Add((ListenOverflowsRising, overflows > 0));
            if (overflows > 0)
            {
                words.Add($"found its accept queues full {overflows} times");
            }
        }

        if (answers.Count > 0)
        {
            yield return new Finding
            {
                Source = Source.Host,
                Hop = judged.Hop,
                At = far.After.At,
                Says = words.Count > 0
                    ? $"Meanwhile the kernel of {far.After.Look.Who} {string.Join(" and ", words)}."
                    : $"Meanwhile no accept queue of {far.After.Look.Who} was full.",
                Answers = [.. answers],
            };
        }
    }

    private static IEnumerable<Finding> Tracking(
        (SeatSeen Before, SeatSeen After)? near, (SeatSeen Before, SeatSeen After)? far, JudgedHop judged)
    {
        foreach (var (before, after) in new[] { near, far }.OfType<(SeatSeen Before, SeatSeen After)>())
        {
            var dropped = after.Counters.Since(before.Counters)[CounterNames.ConntrackDrop] ?? 0;
            if (dropped > 0 || (after.Load.Conntrack.TryGet(out var table) && table.Used >= table.Limit))
            {
                yield return new Finding
                {
                    Source = Source.Host,
                    Hop = judged.Hop,
                    At = after.At,
                    Says = $"The connection-tracking table of {after.Look.Who} is full: {dropped} packets were "
                        + "dropped.",
                    Answers = [(ConntrackFull, true)],
                };
                yield break;
            }
        }

        var read = new[] { near, far }.OfType<(SeatSeen Before, SeatSeen After)>().ToList();
        if (read.Count == 2)
        {
            yield return new Finding
            {
                Source = Source.Host,
                Hop = judged.Hop,
                At = read[^1].After.At,
                Says = "No connection-tracking table of the two hosts is full.",
                Answers = [(ConntrackFull, false)],
            };
        }
    }

    private static FirewallPacket PacketOf(InsideView view, HopEnd end)
    {
        var local = view.AskedAt(end).Select(each => each.Attempt.Connect.Local).OfType<System.Net.IPEndPoint>()
            .FirstOrDefault();
        return new FirewallPacket(local?.Address ?? end.Address!, end.Address!, end.Endpoint!.Port);
    }

    private static (SeatSeen Before, SeatSeen After)? Pair(InsideView view, MachineSpace space)
    {
        var seat = view.SeatFor(space);
        return view.SeatAt(seat, Moment.Begin) is { } before && view.SeatAt(seat, Moment.End) is { } after
            ? (before, after)
            : null;
    }
}
