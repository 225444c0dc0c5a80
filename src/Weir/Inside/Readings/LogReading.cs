using System.Text.Json.Nodes;
using Weir.Diagnosis;
using Weir.Inside.Checks;
using Weir.Logs.Files;
using Weir.Logs.Recent;
using Weir.Probing.Readings;
using Weir.Vocabulary;
using static Weir.Diagnosis.Observable;

namespace Weir.Inside.Readings;

/// <summary>What the gateway's own logs say of the last minutes.</summary>
internal static class LogReading
{
    /// <summary>Kinds of failure that are told; rarer ones are in the log itself.</summary>
    private const int MostGroups = 4;

    /// <summary>Remarks of the log that are told beside the failures.</summary>
    private const int MostPhrases = 3;

    /// <summary>Characters of a line that are worth showing.</summary>
    private const int LineLength = 240;

    public static IEnumerable<Finding> Of(InsideView view, JudgedHop? judged)
        => view.Log is not { } log ? []
            :
            [
                .. log.View.Failures.Take(MostGroups).Select(group => Group(view, log, group, judged)),
                .. Phrases(view, log, judged),
                .. Sum(view, log, judged),
            ];

    private static Finding Group(InsideView view, LogSeen log, FailureGroup group, JudgedHop? judged) => new()
    {
        Source = Source.Log,
        Hop = HopOf(view, group.Upstream, judged),
        At = group.Last,
        Shows = group.Kind == judged?.Kind ? group.Kind : null,
        Says = $"{group.Count} times in the gateway's log since {Clock(group.First)}"
            + $"{(group.Last > group.First ? $", last at {Clock(group.Last)}" : "")}: "
            + $"{(group.Kind is { } kind ? kind.Traits().Meaning.TrimEnd('.') : "an error that no line explains")}"
            + $"{(group.Upstream.Length > 0 ? $" ({group.Upstream})" : "")}"
            + $"{(group.Example.Length > 0 ? $". It says: {Short(group.Example)}" : ".")}",
        Data = new JsonObject
        {
            ["failure"] = group.Kind?.Id(),
            ["upstream"] = group.Upstream,
            ["count"] = group.Count,
            ["saved"] = group.Saved,
            ["first"] = group.First,
            ["last"] = group.Last,
        },
    };

    // What is said beside the failures: a limit that is reached, a database, a script that died.
    private static IEnumerable<Finding> Phrases(InsideView view, LogSeen log, JudgedHop? judged)
        => log.View.Phrases
            .Where(each => each.Phrase is { Harmless: false, Answers.Length: > 0 } && IsFresh(view, each.Last))
            .Take(MostPhrases)
            .Select(each => new Finding
            {
                Source = Source.Log,
                Hop = judged?.Hop ?? Hops.Site,
                At = each.Last,
                Says = $"The gateway's log: {each.Phrase.Meaning.TrimEnd('.')} ({each.Count} times, last at "
                    + $"{Clock(each.Last)}: {Short(each.Example)})",
                Answers = each.Phrase.Answers,
            });

    private static IEnumerable<Finding> Sum(InsideView view, LogSeen log, JudgedHop? judged)
    {
        var read = log.View.ErrorLogs.Concat(log.View.AccessLogs).Where(each => each.State == LogFileState.Read)
            .ToList();
        if (read.Count == 0)
        {
            yield break;
        }

        var failed = log.View.Requests.Count(each => !each.IsSaved);
        yield return new Finding
        {
            Source = Source.Log,
            Hop = judged?.Hop ?? Hops.Site,
            At = log.At,
            Says = failed == 0
                ? $"The gateway's logs tell of no failure since {Clock(log.View.From)}."
                : $"The gateway's logs tell of {failed} failed requests"
                    + $"{(log.View.RequestCount > 0 ? $" of {log.View.RequestCount}" : "")} since "
                    + $"{Clock(log.View.FailingSince ?? log.View.From)}"
                    + $"{Timer(log.View.Edge)}.",
            Answers = [.. Answers(view, log)],
            Data = new JsonObject
            {
                ["requests"] = log.View.RequestCount,
                ["failed"] = failed,
                ["files"] = new JsonArray([.. read.Select(each => (JsonNode?)each.Path)]),
            },
        };
    }

    // Only where failures go on: what was an hour ago says nothing of now.
    private static IEnumerable<(Observable, bool)> Answers(InsideView view, LogSeen log)
    {
        var fresh = log.View.Requests.Any(each => !each.IsSaved && IsFresh(view, each.At));
        return !fresh ? []
            : log.View.Answers.Where(each => each.Key is GatewayMadeIt
                    || (each.Value && each.Key is FixedDuration or Intermittent or OneMemberFails))
                .Select(each => (each.Key, each.Value));
    }

    /// <summary>Whether something was written so lately that it belongs to what is seen now.</summary>
    public static bool IsFresh(InsideView view, DateTimeOffset at)
        => view.Log is { } log && log.At - at < Fresh;

    /// <summary>A failure this long ago may have another reason than the one now.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(2);

    private static string HopOf(InsideView view, string upstream, JudgedHop? judged)
        => view.Ends.FirstOrDefault(end => end.Name == upstream)?.Hop
            ?? (upstream.Length > 0 ? judged?.Hop ?? Hops.Behind(null) : Hops.Site);

    private static string Timer(TimerEdge? edge)
        => edge is null ? "" : $"; {edge.Count} of them took {edge.Seconds:0.0} s: a timer";

    private static string Clock(DateTimeOffset at) => $"{at.UtcDateTime:HH:mm:ss} UTC";

    private static string Short(string line) => line.Length <= LineLength ? line : line[..LineLength] + "…";
}
