using System.Text.Json.Nodes;
using Weir.Diagnosis;
using Weir.Host.Sockets;
using Weir.Probing.Checks;
using Weir.Probing.Tcp;
using Weir.Vocabulary;
using static Weir.Diagnosis.Observable;

namespace Weir.Probing.Readings;

/// <summary>What connecting says: errno, ICMP, other ports, the path, and the listeners of this very machine.</summary>
internal static class ConnectReading
{
    public static IEnumerable<Finding> Of(SiteView view)
    {
        var observed = view.Observed;
        return
        [
            .. view.Unreached.Select(Refused),
            .. observed.Of<Attempted>().Select(Repeated),
            .. observed.Of<PortsSeen>().Select(Ports),
            .. observed.Of<Traced>().Where(each => each.Path.Hops.Count > 0).Select(Path),
            .. observed.Of<ListenersSeen>().Where(each => each.Listeners is not null)
                .Select(each => Listening(each, view)),
            .. Families(view),
        ];
    }

    private static Finding Refused(Reached reached)
    {
        var attempt = reached.Attempt;
        return new Finding
        {
            Source = Source.Probe,
            Hop = Hops.Site,
            At = reached.At,
            Shows = attempt.Failure,
            Says = $"{attempt.EndpointName} {ConnectWords.Of(attempt)}.",
            Answers = [.. Answers(attempt)],
            Data = new JsonObject
            {
                ["endpoint"] = attempt.EndpointName,
                ["outcome"] = attempt.Outcome,
                ["errno"] = attempt.Errno,
                ["seconds"] = Words.Seconds(attempt.Took),
                ["icmp"] = attempt.Icmp?.Name,
                ["icmp_sender"] = attempt.Icmp?.Sender?.ToString(),
            },
        };
    }

    /// <summary>What an attempt that failed answers.</summary>
    public static IEnumerable<(Observable, bool)> Answers(ConnectAttempt attempt)
    {
        var filter = attempt.Icmp is { } icmp && (icmp.Prohibits || icmp.PortUnreachable);
        if (attempt.Icmp is not null || attempt.Errno is not Errno.ECONNREFUSED)
        {
            yield return (FilterAnswered, filter); // A reset is sent by a filter as by a closed port.
        }

        if (attempt.Icmp is not null && !filter)
        {
            yield return (RouterAnswered, !attempt.NeighbourSilent && !attempt.HostAnswered);
            yield return (NeighbourFailed, attempt.NeighbourSilent);
        }

        if (attempt.Failure == Failure.ConnectUnreachable && attempt.Icmp is null)
        {
            yield return (RouteMissing, true);
        }

        if (attempt.Errno is Errno.ECONNREFUSED)
        {
            yield return (InstantFailure, true);
        }
    }

    private static Finding Repeated(Attempted attempted)
    {
        var series = attempted.Series;
        var tries = series.Attempts.Count;
        var outcomes = series.Outcomes.Select(each => $"{each.Value} {ConnectWords.Outcome(each.Key)}");
        (Observable, bool)[] answers = series.Pattern switch
        {
            ConnectPattern.SomeLate => [(SomeAttemptsConnect, true)],
            ConnectPattern.NoneAnswer => [(SomeAttemptsConnect, false), (Recovering, false)],
            ConnectPattern.NoneConnect => [(Recovering, false)],
            ConnectPattern.AllConnect or ConnectPattern.SomeFail => [(Recovering, true)],
        };
        return new Finding
        {
            Source = Source.Probe,
            Hop = Hops.Site,
            At = attempted.At,
            Says = $"Tried {tries} more times, a second apart: {string.Join(", ", outcomes)}.",
            Answers = [.. answers],
            Data = new JsonObject
            {
                ["attempts"] = tries,
                ["connected"] = series.Connected,
                ["silent"] = series.Silent,
            },
        };
    }

    private static Finding Ports(PortsSeen seen)
    {
        var answering = seen.Ports.Answering.ToList();
        return new Finding
        {
            Source = Source.Probe,
            Hop = Hops.Site,
            At = seen.At,
            Says = answering.Count > 0
                ? $"The host {seen.Ports.Address} is up: port {string.Join(", ", answering.Select(Port))}."
                : $"The host {seen.Ports.Address} answers on none of the ports "
                    + $"{string.Join(", ", seen.Ports.Ports.Select(each => each.Port))} either.",
            Answers = [(OtherPortAnswers, answering.Count > 0)],
        };
    }

    private static string Port(PortAnswer answer)
        => $"{answer.Port} {ConnectWords.Outcome(answer.Attempt.Outcome)}";

    private static Finding Path(Traced traced)
    {
        var path = traced.Path;
        var last = path.LastAnswering;
        return new Finding
        {
            Source = Source.Probe,
            Hop = Hops.Site,
            At = traced.At,
            Says = path.Reached ? $"Packets reach {path.Target.Address} after {path.Hops.Count} hops."
                : path.HasLoop ? $"Packets to {path.Target.Address} go in a circle at {last?.Address}."
                : last is null ? $"No router on the way to {path.Target.Address} answers."
                : $"Packets to {path.Target.Address} are last seen at {last.Address}, hop {last.Distance}.",
            Answers = path.Reached || last is not null ? [(TraceReachesHost, path.Reached)] : [],
        };
    }

    private static Finding Listening(ListenersSeen seen, SiteView view)
    {
        var (listeners, endpoint) = (seen.Listeners!, seen.Endpoint);
        var hears = listeners.Hears(endpoint);
        var elsewhere = listeners.OnPort(endpoint.Port).Select(row => row.Local.Address.ToString()).Distinct().ToList();
        var queued = listeners.For(endpoint).Sum(row => (long)row.ReceiveQueue);
        var silent = view.Unreached.All(each => each.Attempt.Silent);
        List<(Observable, bool)> answers = [(ListenerPresent, hears != Hearing.No)];
        if (hears == Hearing.No)
        {
            answers.Add((ListenerOnOtherAddress, elsewhere.Count > 0));
        }
        else
        {
            answers.Add((AcceptQueueFull, queued > 0 && silent));
        }

        return new Finding
        {
            Source = Source.Host,
            Hop = Hops.Site,
            At = seen.At,
            Says = hears != Hearing.No
                ? $"A program of this machine listens on port {endpoint.Port}; "
                    + $"{queued} connections wait to be accepted."
                : elsewhere.Count > 0
                    ? $"On this machine port {endpoint.Port} is open only at {string.Join(", ", elsewhere)}, "
                        + $"not at {endpoint.Address}."
                    : $"No program of this machine listens on port {endpoint.Port}.",
            Answers = [.. answers],
            Data = new JsonObject { ["queued"] = queued },
        };
    }

    // One family in vain while the other gets through, and one address of several: two questions of one table.
    private static IEnumerable<Finding> Families(SiteView view)
    {
        var families = view.Endpoints.GroupBy(endpoint => endpoint.AddressFamily).ToList();
        if (families.Count != 2 || view.Unreached.Count == 0 || view.Reachable.Count == 0)
        {
            return [];
        }

        var dead = families.FirstOrDefault(family => family.All(endpoint => !view.Reachable.Contains(endpoint)));
        var name = dead?.Key == System.Net.Sockets.AddressFamily.InterNetworkV6 ? "IPv6" : "IPv4";
        return
        [
            new Finding
            {
                Source = Source.Probe,
                Hop = Hops.Site,
                At = view.Unreached[0].At,
                Says = dead is null
                    ? "Addresses of both families are reached."
                    : $"Only {name} fails; the other family works.",
                Answers = [(OneFamilyFails, dead is not null)],
            },
        ];
    }
}
