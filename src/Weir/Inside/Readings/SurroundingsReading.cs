using Weir.Diagnosis;
using Weir.Inside.Checks;
using static Weir.Diagnosis.Observable;

namespace Weir.Inside.Readings;

/// <summary>What is around the failing hop: its machine's load, the route to it, its host's other ports.</summary>
internal static class SurroundingsReading
{
    /// <summary>Tasks waited for a processor this share of the last ten seconds: none is left (percent).</summary>
    private const double Saturated = 85;

    /// <summary>And so many tasks a processor want to run; a build or a backup makes fewer.</summary>
    private const double TasksWaiting = 8;

    /// <summary>Below this there is time enough (percent).</summary>
    private const double Relaxed = 50;

    /// <summary>Less memory than this share is none.</summary>
    private const double Scarce = 0.03;

    public static IEnumerable<Finding> Of(
        InsideView view, HopEnd end, SeatSeen? near, SeatSeen? far, JudgedHop judged) =>
    [
        .. far is null ? Array.Empty<Finding>() : [Load(far, judged)],
        .. near is null ? [] : Routes(near, end, judged),
        .. view.Site.Observed.Of<HopPortsSeen>().Where(each => each.Endpoint.Equals(end.Endpoint))
            .SelectMany(each => Ports(each, judged)),
    ];

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
}
