using System.Text.Json.Nodes;
using Weir.Diagnosis;
using Weir.Host.Sockets;
using Weir.Inside.Checks;
using static Weir.Diagnosis.Observable;

namespace Weir.Inside.Readings;

/// <summary>
/// What listens at the failing end, where that is on this machine: a program, a full queue, nobody, somebody elsewhere.
/// </summary>
internal static class ListenerReading
{
    public static IEnumerable<Finding> Of(InsideView view, JudgedHop? judged)
    {
        if (judged?.End is not { Endpoint: { } endpoint } end || view.SpaceOf(end) is not { } space
            || view.Begin is not { } machine)
        {
            return [];
        }

        var last = view.End ?? machine;
        var begin = machine.ListenersFor(endpoint, space);
        var now = last.ListenersFor(endpoint, space);
        return now.Count > 0 || begin.Count > 0
            ? [Present(end, judged, [.. begin, .. now], now.Count > 0 && begin.Count > 0, At(view))]
            : [Absent(view, last, space, end, judged)];
    }

    private static Finding Present(
        HopEnd end, JudgedHop judged, IReadOnlyList<OwnedListener> rows, bool always, DateTimeOffset at)
    {
        var full = rows.Any(row => row.Backlog.Full == true);
        var owner = rows.SelectMany(row => row.Owners).FirstOrDefault();
        var fullest = rows.MaxBy(row => row.Backlog.Queued)!.Backlog;
        return new Finding
        {
            Source = Source.Host,
            Hop = judged.Hop,
            At = at,
            Says = $"At {end.Name} listens {(owner is null ? "a program" : $"{owner.Name} (process {owner.Id})")}"
                + $"{(always ? "" : ", though not all the time")}; {fullest.Queued} connections wait to be accepted"
                + $"{(fullest.Limit is { } limit ? $", the queue has room for {limit}" : "")}.",
            Answers = always
                ? [(ListenerPresent, true), (ProcessRunning, true), (AcceptQueueFull, full)]
                : [(AcceptQueueFull, full)],
            Data = new JsonObject
            {
                ["pid"] = owner?.Id,
                ["queued"] = fullest.Queued,
                ["backlog"] = fullest.Limit,
            },
        };
    }

    private static Finding Absent(InsideView view, Machine machine, MachineSpace space, HopEnd end, JudgedHop judged)
    {
        var port = end.Endpoint!.Port;
        var same = machine.ListenersIn(space).Where(row => row.Backlog.Local.Port == port)
            .Select(row => row.Backlog.Local).ToList();
        var elsewhere = ElsewhereListening.Of(view, machine, end);
        List<(Observable, bool)> answers =
        [
            (ListenerPresent, false),
            (ListenerOnOtherAddress, same.Count > 0 || elsewhere.OtherAddress is not null),
            (ListenerOnOtherPort, elsewhere.OtherPort is not null),
        ];
        return new Finding
        {
            Source = Source.Host,
            Hop = judged.Hop,
            At = At(view),
            Says = $"Nothing listens at {end.Name}."
                + (same.Count > 0 ? $" Port {port} is open only at {string.Join(", ", same)}."
                    : elsewhere.OtherAddress is { } other ? $" {other} listens on that port in another place."
                    : elsewhere.OtherPort is { } program ? $" {program} listens on another port."
                    : " No program that could be meant listens on another port either."),
            Answers = [.. answers],
        };
    }

    private static DateTimeOffset At(InsideView view)
        => view.Site.Observed.Of<MachineSeen>().Last().At;
}
