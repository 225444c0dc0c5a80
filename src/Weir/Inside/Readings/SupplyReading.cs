using Weir.Diagnosis;
using Weir.Host.FileSystems;
using Weir.Inside.Checks;
using Weir.Probing.Databases;
using Weir.Probing.Tcp;
using static Weir.Diagnosis.Observable;

namespace Weir.Inside.Readings;

/// <summary>What the application lives on: its disks and its databases.</summary>
internal static class SupplyReading
{
    public static IEnumerable<Finding> Of(InsideView view, JudgedHop? judged)
        => judged is null ? []
            : [
                .. view.Site.Observed.Of<DisksSeen>().SelectMany(each => Disks(each, judged)).Take(1),
                .. view.Site.Observed.Of<LimitsSeen>().Where(each => each.Fullest is not null)
                    .Select(each => Limits(each, judged)),
                .. view.Site.Observed.Of<DatabasesSeen>()
                    .SelectMany(seen => seen.Databases.Select(each => Database(seen, each, judged))),
            ];

    private static IEnumerable<Finding> Disks(DisksSeen seen, JudgedHop judged)
    {
        if (!seen.Spaces.TryGet(out var spaces))
        {
            yield break;
        }

        var full = spaces.Where(each => each.Full).ToList();
        yield return new Finding
        {
            Source = Source.Host,
            Hop = judged.Hop,
            At = seen.At,
            Says = full.Count > 0
                ? $"Full, as process {seen.Process} sees it: {string.Join(", ", full.Select(Words))}."
                : $"None of the disks that process {seen.Process} can write to is full.",
            Answers = [(DiskFull, full.Count > 0)],
        };
    }

    private static Finding Limits(LimitsSeen seen, JudgedHop judged)
    {
        var fullest = seen.Fullest!;
        var gateway = seen.Look.Who == "the gateway";
        return new Finding
        {
            Source = Source.Host,
            Hop = judged.Hop,
            At = seen.At,
            Says = $"Process {fullest.Id} of {seen.Look.Who} has {fullest.Descriptors.Value} descriptors open, of "
                + $"{fullest.DescriptorLimit.Value.Soft} that it may have.",
            Answers = gateway ? seen.IsUsedUp ? [(GatewayLimitReached, true)] : []
                : [(UpstreamLimitUsedUp, seen.IsUsedUp)],
        };
    }

    private static string Words(FileSystemSpace space)
        => $"{space.Path} ({(space.Available == 0 ? "no byte" : "no inode")} left)";

    private static Finding Database(DatabasesSeen seen, DatabaseAsked asked, JudgedHop judged)
    {
        var name = DatabaseProbe.Ports.GetValueOrDefault(asked.Endpoint.Port, "the database");
        return new Finding
        {
            Source = Source.Probe,
            Hop = judged.Hop,
            At = seen.At,
            Says = $"Asked from the application's seat, {name} at {EndpointText.Of(asked.Endpoint)} "
                + asked.Answer switch
                {
                    DatabaseAnswer.Alive => "takes connections.",
                    DatabaseAnswer.Full => "has no connection left.",
                    DatabaseAnswer.NotReady => "is starting or stopping.",
                    DatabaseAnswer.Refused => "refuses the connection.",
                    DatabaseAnswer.Silent => "does not answer.",
                    DatabaseAnswer.Unknown => "answers in a way that is not known.",
                },
            Answers = asked.Answer == DatabaseAnswer.Unknown ? []
                : [(DatabaseAtLimit, asked.Answer != DatabaseAnswer.Alive)],
        };
    }
}
