using Weir.Diagnosis;
using Weir.Host.KernelLog;
using Weir.Inside.Checks;
using static Weir.Diagnosis.Observable;

namespace Weir.Inside.Readings;

/// <summary>What the kernel wrote down of the upstream: kills for memory, crashes.</summary>
internal static class KernelReading
{
    private const int MostEvents = 4;

    /// <summary>What is longer ago than this has another story.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(3);

    public static IEnumerable<Finding> Of(InsideView view, JudgedHop? judged)
    {
        if (judged is null || view.Site.Observed.Of<KernelSeen>().FirstOrDefault() is not { } seen
            || !seen.Events.TryGet(out var events))
        {
            return [];
        }

        var concerned = new ConcernedProcesses(view, judged);
        var fresh = events.Where(each => seen.At - each.At < Fresh && concerned.Concerns(each));
        return fresh.TakeLast(MostEvents).Select(each => new Finding
        {
            Source = Source.Host,
            Hop = judged.Hop,
            At = each.At,
            Says = $"The kernel's log at {each.At.UtcDateTime:HH:mm:ss} UTC: {each.Text}",
            Answers = [.. Answers(each.Kind)],
        });
    }

    private static IEnumerable<(Observable, bool)> Answers(KernelEventKind kind) => kind switch
    {
        KernelEventKind.OutOfMemory => [(OomKillRecent, true), (MemoryExhausted, true)],
        KernelEventKind.CgroupOutOfMemory => [(OomKillRecent, true)],
        KernelEventKind.Crash => [(CrashInLog, true)],
        KernelEventKind.SynFlood => [(AcceptQueueFull, true)],
        KernelEventKind.ConntrackFull => [(ConntrackFull, true)],
        KernelEventKind.AccessDenied => [(SocketForbidden, true)],
        _ => [],
    };
}
