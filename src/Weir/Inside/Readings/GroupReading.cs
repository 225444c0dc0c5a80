using Weir.Diagnosis;
using Weir.Inside.Checks;
using static Weir.Diagnosis.Observable;

namespace Weir.Inside.Readings;

/// <summary>
/// What the application's control groups and its unit say: the machine may be idle while they are full.
/// </summary>
internal static class GroupReading
{
    /// <summary>Standing still for want of its quota in this share of the periods: no processor time is left.</summary>
    private const double MostlyThrottled = 0.5;

    /// <summary>So near to the limit the next allocation may be refused.</summary>
    private const double NearlyAll = 0.97;

    public static IEnumerable<Finding> Of(InsideView view, JudgedHop? judged)
    {
        var seen = view.Site.Observed.Of<GroupSeen>().ToList();
        return judged is null ? []
            : seen.Where(each => each.Look.Moment == Moment.End)
                .Select(after => (after, before: seen.FirstOrDefault(each => each.Look.Moment == Moment.Begin
                    && each.Look.Process == after.Look.Process)))
                .Where(pair => pair.before is not null)
                .SelectMany(pair => Changes(pair.before!, pair.after, judged));
    }

    private static IEnumerable<Finding> Changes(GroupSeen before, GroupSeen after, JudgedHop judged)
    {
        var change = after.Groups.Since(before.Groups);
        if (change.OomKills is > 0 and var kills)
        {
            yield return Note(after, judged, $"the kernel killed {kills} of its processes for memory", OomKillRecent);
        }

        if (change is { Periods: > 0 and var periods, Throttled: { } throttled }
            && throttled > periods * MostlyThrottled)
        {
            yield return Note(after, judged,
                $"it stood still in {throttled} of {periods} periods: its share of processor time is used up",
                ProcessorSaturated);
        }

        if (change.RefusedTasks is > 0 and var refused)
        {
            yield return Note(after, judged, $"{refused} processes or threads were refused to it", UpstreamLimitUsedUp);
        }

        if (after.Groups.Memory.TryGet(out var memory) && memory.Used.TryGet(out var used)
            && memory.Limit.TryGet(out var limit) && limit is > 0 and < long.MaxValue && used >= limit * NearlyAll)
        {
            yield return Note(after, judged, $"it uses {used >> 20} of the {limit >> 20} MiB that it may have",
                MemoryExhausted);
        }

        if ((before.Unit, after.Unit) is ({ } then, { } now) && now.Restarts > then.Restarts)
        {
            yield return Note(after, judged, $"systemd started {now.Unit} {now.Restarts - then.Restarts} times again",
                RestartCounterRising);
        }
    }

    private static Finding Note(GroupSeen seen, JudgedHop judged, string says, Observable answer) => new()
    {
        Source = Source.Host,
        Hop = judged.Hop,
        At = seen.At,
        Says = $"Process {seen.Look.Process} and its control group, meanwhile: {says}.",
        Answers = [(answer, true)],
    };
}
