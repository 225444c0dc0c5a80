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
            .. far is { } host ? [Load(host.After, judged)] : Array.Empty<Finding>(),
            .. near is { } own ? Routes(own.After, end, judged) : [],
            .. view.Site.Observed.Of<HopPortsSeen>().Where(each => each.Endpoint.Equals(end.Endpoint))
                .SelectMany(each => Ports(each, judged)),
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

    /// <summary>Tasks waited for a processor this share of the last ten seconds: none is left (percent).</summary>
    private const double Saturated = 85;

    /// <summary>And so many tasks a processor want to run; a build or a backup makes fewer.</summary>
    private const double TasksWaiting = 8;

    /// <summary>Below this there is time enough (percent).</summary>
    private const double Relaxed = 50;

    /// <summary>Less memory than this share is none.</summary>
    private const double Scarce = 0.03;

    private static Finding Load(SeatSeen seat, JudgedHop judged)
    {
        List<(Observable, bool)> answers = [];
        List<string> words = [];
        if (seat.Load.Processor.TryGet(out var processor))
        {
            words.Add($"tasks waited for a processor {processor.Some.Avg10:0} % of the last ten seconds");
            var waits = seat.Load.Average.TryGet(out var average)
                && average.One >= Environment.ProcessorCount * TasksWaiting;
            answers.AddRange(processor.Some.Avg10 >= Saturated && waits ? [(ProcessorSaturated, true)]
                : processor.Some.Avg10 <= Relaxed ? [(ProcessorSaturated, false)] : []);
        }

        if (seat.Load.Use.TryGet(out var memory) && memory.Total > 0)
        {
            words.Add($"{memory.Available / 1024 / 1024} of {memory.Total / 1024 / 1024} MiB of memory are free");
            answers.Add((MemoryExhausted, memory.Total * Scarce > memory.Available));
        }

        return new Finding
        {
            Source = Source.Host,
            Hop = judged.Hop,
            At = seat.At,
            Says = words.Count > 0 ? $"On the upstream's machine {string.Join(", and ", words)}."
                : "How hard the upstream's machine works could not be read.",
            Answers = [.. answers],
        };
    }

    private static IEnumerable<Finding> Routes(SeatSeen near, HopEnd end, JudgedHop judged)
    {
        if (near.Routes.To(end.Address!) is { } route)
        {
            yield return new Finding
            {
                Source = Source.Host,
                Hop = judged.Hop,
                At = near.At,
                Says = $"The gateway has a route to {end.Address} by {route.Device}.",
                Answers = [(RouteMissing, false)],
            };
        }
    }

    private static IEnumerable<Finding> Ports(HopPortsSeen seen, JudgedHop judged)
    {
        if (seen.Ports.TryGet(out var ports))
        {
            var answering = ports.Answering.ToList();
            yield return new Finding
            {
                Source = Source.Probe,
                Hop = judged.Hop,
                At = seen.At,
                Says = answering.Count > 0
                    ? $"The host {ports.Address} is up: {string.Join(", ", answering.Select(Words))}."
                    : $"The host {ports.Address} answers the gateway on no other port either.",
                Answers = [(OtherPortAnswers, answering.Count > 0)],
            };
        }
    }

    private static string Words(Probing.Tcp.PortAnswer answer)
        => $"port {answer.Port} {Probing.Readings.ConnectWords.Outcome(answer.Attempt.Outcome)}";

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
