using Weir.Diagnosis;
using Weir.Host;
using Weir.Inside.Checks;
using Weir.Logs.Files;

namespace Weir.Inside.Readings;

/// <summary>What of this machine could not be read, each with the privilege that it needs.</summary>
internal static class InsideSkipped
{
    public static IEnumerable<SkippedCheck> Of(InsideView view)
        => view.Site.Observed.Options.Inside is null ? []
            : Machine(view).Concat(Gateway(view)).Concat(Seats(view)).Concat(Logs(view)).Concat(Kernel(view))
                .Concat(Hops(view))
                .DistinctBy(each => (each.Check, each.Needs));

    private static IEnumerable<SkippedCheck> Machine(InsideView view)
    {
        foreach (var seen in view.Site.Observed.Of<MachineSeen>().Where(each => each.Machine.Missing is not null))
        {
            yield return Of("this machine's processes", seen.Machine.Missing!);
        }

        if (view.Begin is { } machine && machine.Listeners.Unread.FirstOrDefault(IsForbidden) is { } hidden)
        {
            yield return Of("whose sockets are whose, for other users' processes", hidden);
        }
    }

    private static IEnumerable<SkippedCheck> Gateway(InsideView view)
    {
        if (view.Site.Endpoints.Count == 0 || view.Begin is null)
        {
            yield break;
        }

        if (view.Gateway is { Space: null } elsewhere)
        {
            yield return new("the inside of the gateway",
                $"{elsewhere.Endpoint.Address} is not an address of this machine",
                "weir diagnose on the gateway's own host");
        }
        else if (view.Gateway is { Place: null, Listeners.Count: > 0 } unknown)
        {
            yield return new("the inside of the gateway",
                $"no gateway was found behind the socket at {unknown.Endpoint}",
                unknown.Listeners.Any(each => each.Owners.Count > 0) ? "a gateway: the application answers itself"
                    : Privilege.Processes);
        }
        else if (view.Gateway is { Place: { } place, Configuration: null })
        {
            yield return new(
                $"the configuration of {place.Software}", "only nginx's is read so far", "a later version");
        }
    }

    private static IEnumerable<SkippedCheck> Seats(InsideView view)
        => view.Site.Observed.Of<SeatSeen>()
            .SelectMany(each => each.Rules.Unread.Where(IsForbidden)
                .Select(unread => Of($"the packet filter of {each.Look.Who}", unread)))
            .DistinctBy(each => each.Check);

    private static IEnumerable<SkippedCheck> Logs(InsideView view)
        => (view.Log?.View is { } log ? log.ErrorLogs.Concat(log.AccessLogs) : [])
            .Where(each => each.State is not (LogFileState.Read or LogFileState.Missing))
            .Select(each => new SkippedCheck(
                $"the log {each.Path}", each.Detail.Length > 0 ? each.Detail : "it is no file",
                each.State == LogFileState.Forbidden ? "root, or the right to read it"
                    : "the output of whoever runs the gateway, given with --log"));

    private static IEnumerable<SkippedCheck> Kernel(InsideView view)
        => view.Site.Observed.Of<KernelSeen>().Where(each => each.Events.Missing is not null)
            .Select(each => Of("the kernel's log", each.Events.Missing!));

    private static IEnumerable<SkippedCheck> Hops(InsideView view)
        => view.Site.Observed.Of<HopBarred>().Take(1)
            .Select(each => Of($"the gateway's request to {each.Ask.End.Name}", each.Why));

    private static bool IsForbidden(Unread unread) => unread.Reason == UnreadReason.Forbidden;

    private static SkippedCheck Of(string what, Unread unread)
        => new(what, unread.Why, unread.Needs ?? "another system");
}
