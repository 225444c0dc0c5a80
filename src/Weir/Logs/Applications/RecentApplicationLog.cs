using System.Collections.Immutable;
using Weir.Diagnosis;
using Weir.Logs.Files;
using Weir.Logs.Lines;
using Weir.Logs.Recent;

namespace Weir.Logs.Applications;

/// <summary>What an application server's log says of the last minutes.</summary>
/// <param name="Log">The file, or why it could not be read.</param>
/// <param name="Dialect">Whose it is; null where no line was understood.</param>
/// <param name="Phrases">The phrases within the window, as they began; examples are unmasked.</param>
/// <param name="Answers">The observables that they answer.</param>
public sealed record RecentApplicationLog(
    LogFileView Log, ApplicationDialect? Dialect, ImmutableArray<PhraseCount> Phrases,
    ImmutableDictionary<Observable, bool> Answers)
{
    /// <summary>Reads the window's part of a log.</summary>
    /// <param name="path">The file.</param>
    /// <param name="since">The window's start.</param>
    /// <param name="until">The window's end.</param>
    /// <param name="zone">The zone of times without one.</param>
    /// <param name="stop">Ends the reading.</param>
    public static RecentApplicationLog Read(
        string path, DateTimeOffset since, DateTimeOffset until, TimeZoneInfo zone, CancellationToken stop)
    {
        var intake = new Intake(since, until, zone);
        var view = LogTail.Read(path, since, RecentLogOptions.DefaultBytes, intake.TimeOf, intake.Take, stop);
        var phrases = intake.Phrases.Counts;
        return new(view with { Lines = intake.Lines, Unparsed = intake.Unparsed }, intake.Dialect, phrases,
            phrases.SelectMany(each => each.Phrase.Answers).DistinctBy(each => each.Observable)
                .ToImmutableDictionary(each => each.Observable, each => each.IsSo));
    }

    private sealed class Intake(DateTimeOffset since, DateTimeOffset until, TimeZoneInfo zone)
    {
        // SIGABRT comes first and SIGKILL a second later; the line of the kill follows at once.
        private static readonly TimeSpan KillFollows = TimeSpan.FromSeconds(10);
        private const int MostWorkers = 10_000;

        private readonly LineCleaner _cleaner = new();
        private readonly Dictionary<int, DateTimeOffset> _timedOut = [];

        public PhraseTally Phrases { get; } = new();

        public ApplicationDialect? Dialect { get; private set; }

        public long Lines { get; private set; }

        public long Unparsed { get; private set; }

        public DateTimeOffset? TimeOf(ReadOnlySpan<byte> line)
            => ApplicationLineReader.Read(_cleaner.Clean(line), zone)?.At;

        public void Take(ReadOnlySpan<byte> line)
        {
            if (ApplicationLineReader.Read(_cleaner.Clean(line), zone) is not { } read)
            {
                Lines++;
                Unparsed++;
                return;
            }

            if (read.At < since || read.At > until)
            {
                return;
            }

            Lines++;
            Dialect = read.Dialect;
            if (read.Phrase is { } phrase && !IsOwnKill(read, phrase))
            {
                Phrases.Add(phrase, read.At, line);
            }
        }

        // gunicorn's guess at memory after its own time-out kill is no news.
        private bool IsOwnKill(ApplicationLine read, Phrase phrase)
        {
            if (read.ProcessId is not { } worker)
            {
                return false;
            }

            if (ReferenceEquals(phrase, GunicornPhrases.TimedOut) && _timedOut.Count < MostWorkers)
            {
                _timedOut[worker] = read.At;
            }

            return ReferenceEquals(phrase, GunicornPhrases.Killed) && _timedOut.TryGetValue(worker, out var at)
                && read.At - at <= KillFollows;
        }
    }
}
