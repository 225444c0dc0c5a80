using System.Text.Json.Nodes;
using Weir.Diagnosis;
using Weir.Host.Processes;
using Weir.Inside.Checks;
using Weir.Logs.Recent;
using Weir.Vocabulary;
using static Weir.Diagnosis.Observable;

namespace Weir.Inside.Readings;

/// <summary>What the application's processes and its own logs show at the failing end.</summary>
internal static class ApplicationReading
{
    /// <summary>Remarks of the application's logs that are told.</summary>
    private const int MostPhrases = 4;

    private const int LineLength = 200;

    public static IEnumerable<Finding> Of(InsideView view, JudgedHop? judged)
        => judged?.End is not { } end || view.SpaceOf(end) is not { } space || view.Begin is not { } machine ? []
            : [
                .. Stopped(view, end, space, judged),
                .. Workers(view, end, judged),
                .. Births(view, machine, end, space, judged),
                .. Socket(view, end, judged),
                .. Phrases(view, judged),
            ];

    private static IEnumerable<HostProcess> Owners(InsideView view, HopEnd end, MachineSpace space)
        => end.Endpoint is { } endpoint
            ? new[] { view.Begin, view.End }.OfType<Machine>()
                .SelectMany(each => each.ListenersFor(endpoint, space).SelectMany(row => row.Owners))
                .DistinctBy(each => each.Id)
            : [];

    private static IEnumerable<Finding> Stopped(InsideView view, HopEnd end, MachineSpace space, JudgedHop judged)
    {
        var owners = Owners(view, end, space).ToList();
        if (owners.Count > 0 && owners.All(each => each.State is ProcessState.Stopped))
        {
            yield return new Finding
            {
                Source = Source.Host,
                Hop = judged.Hop,
                At = At(view),
                Says = $"The process of {end.Name} ({owners[0].Name}, {owners[0].Id}) is stopped (SIGSTOP): it does "
                    + "nothing until it is continued.",
                Answers = [(NothingCompletes, true), (EveryPathSlow, true)],
            };
        }
    }

    private static IEnumerable<Finding> Workers(InsideView view, HopEnd end, JudgedHop judged)
        => view.Site.Observed.Of<WorkersSeen>()
            .Where(each => each.Pool is not null && Equals(each.Look.Endpoint, end.Endpoint)
                && each.Look.UnixPath == end.Member.UnixPath)
            .Take(1)
            .Where(_ => judged.Kind is not (Failure.ClosedBeforeHeaders or Failure.ResetBeforeHeaders))
            .Select(seen => new Finding
            {
                Source = Source.Host,
                Hop = judged.Hop,
                At = seen.At,
                Says = $"{seen.Pool!.Busy} of {seen.Pool.Workers.Count} workers of {seen.Pool.Kind} (process "
                    + $"{seen.Pool.Master.Id}) hold a request; {seen.Pool.Outside} connections of theirs lead outside.",
                Answers = [(WorkersBusy, seen.Pool.AllBusy), (WaitsForOutside, seen.Pool.WaitsForOutside)],
                Data = new JsonObject { ["busy"] = seen.Pool.Busy, ["workers"] = seen.Pool.Workers.Count },
            });

    // Children of the one that listens are its workers; anything else that comes back is the application itself.
    private static IEnumerable<Finding> Births(
        InsideView view, Machine machine, HopEnd end, MachineSpace space, JudgedHop judged)
    {
        if (view.Site.Observed.Of<ProcessesWatched>().FirstOrDefault() is not { } watched)
        {
            yield break;
        }

        var owners = Owners(view, end, space).Select(each => each.Id).ToHashSet();
        var own = space == view.Gateway?.Place?.Space;
        var again = watched.Births.Where(each => each.IsReplacement).ToList();
        if (again.FirstOrDefault(each => owners.Contains(each.Parent)) is { } workers)
        {
            yield return Born(watched, judged, $"{workers.Count} workers of process {workers.Parent} ({workers.Name}) "
                + "were started again: those before them died.", (CrashInLog, true));
        }

        var here = watched.Births.Where(each => !owners.Contains(each.Parent)
            && machine.Processes.Find(each.Parent) is not null
            && machine.SpaceOf(each.Parent) == space
            && (!own || RestartedProcess.IsApplication(machine, each))).ToList();
        var alive = view.Begin is { } begin && end.Endpoint is { } endpoint
            && begin.ListenersFor(endpoint, space).Count > 0 && owners.Count == 1;
        if (RestartedProcess.Loop(here, own) is { } loop && !alive)
        {
            yield return Born(watched, judged, $"{loop.Name} was started {loop.Count} times within "
                + $"{watched.Took.TotalSeconds:0.0} s by process {loop.Parent}: it dies and comes back.",
                (RestartCounterRising, true));
        }
        else if (!alive && !own && here.Count == 0)
        {
            yield return Born(watched, judged, "No process of the application died and came back meanwhile.",
                (RestartCounterRising, false));
        }
    }

    private static Finding Born(
        ProcessesWatched watched, JudgedHop judged, string says, (Observable, bool) answer) => new()
        {
            Source = Source.Host,
            Hop = judged.Hop,
            At = watched.At,
            Says = says,
            Answers = [answer],
        };

    private static IEnumerable<Finding> Socket(InsideView view, HopEnd end, JudgedHop judged)
    {
        foreach (var seen in view.Site.Observed.Of<SocketJudged>().Where(each => each.Path == end.Member.UnixPath))
        {
            if (seen.Access.TryGet(out var access))
            {
                yield return new Finding
                {
                    Source = Source.Host,
                    Hop = judged.Hop,
                    At = seen.At,
                    Says = !access.Exists ? $"There is no file {access.Obstacle}, so nothing listens at {seen.Path}."
                        : access.Obstacle is { } obstacle
                            ? $"The gateway's workers may not open {seen.Path}: {obstacle}."
                        : $"The gateway's workers may open {seen.Path}, by its mode and owner; {Modules(view)}.",
                    Answers = access.Exists ? [(SocketForbidden, access.Obstacle is not null)]
                        : [(SocketForbidden, false), (ListenerPresent, false)],
                };
            }
        }
    }

    private static string Modules(InsideView view)
        => view.Site.Observed.Of<SeatSeen>().FirstOrDefault()?.Modules is { } modules
            ? $"SELinux is {Spelling.Kebab(modules.SeLinux)}, AppArmor {Spelling.Kebab(modules.AppArmor)}"
            : "SELinux and AppArmor were not looked at";

    private static IEnumerable<Finding> Phrases(InsideView view, JudgedHop judged)
        => view.Site.Observed.Of<ApplicationLogsSeen>().SelectMany(each => each.Logs)
            .SelectMany(log => log.Phrases.Select(phrase => (log, phrase)))
            .Where(each => each.phrase.Phrase.Answers.Length > 0 && IsFresh(view, each.phrase))
            .Take(MostPhrases)
            .Select(each => new Finding
            {
                Source = Source.Log,
                Hop = judged.Hop,
                At = each.phrase.Last,
                Says = $"The application's log: {each.phrase.Phrase.Meaning.TrimEnd('.')} ({each.phrase.Count} times, "
                    + $"last at {each.phrase.Last.UtcDateTime:HH:mm:ss} UTC: {Short(each.phrase.Example)})",
                Answers = each.phrase.Phrase.Answers,
            });

    private static bool IsFresh(InsideView view, PhraseCount phrase)
        => At(view) - phrase.Last < TimeSpan.FromMinutes(2);

    private static DateTimeOffset At(InsideView view) => view.Site.Observed.Of<MachineSeen>().Last().At;

    private static string Short(string line) => line.Length <= LineLength ? line : line[..LineLength] + "…";
}
