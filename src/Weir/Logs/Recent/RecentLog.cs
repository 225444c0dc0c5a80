using System.Collections.Immutable;
using Weir.Logs.Files;
using Weir.Logs.Nginx;
using Weir.Vocabulary;

namespace Weir.Logs.Recent;

/// <summary>Reads the last minutes of nginx's logs: what failed, where, since when, and who made the error.</summary>
public static class RecentLog
{
    // Failures with a longer pause between them are another outage.
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(2);

    /// <summary>Reads the logs. A file that cannot be read is a fact of the view and no exception.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="stop"/> was asked for.</exception>
    public static RecentView Read(RecentLogOptions options, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(options);

        // 1: the error log names the failures
        var errors = new ErrorIntake(options, ZoneOfLogs.Find(options, stop));
        ImmutableArray<LogFileView> errorLogs =
            [.. options.ErrorLogs.Select(path => ReadErrors(path, options, errors, stop))];

        // 2: the access log counts the requests, and knows what became of them
        var tally = new AccessTally();
        ImmutableArray<(LogFileView View, AccessIntake Intake)> access =
            [.. options.AccessLogs.Select(log => ReadAccess(log, options, errors, tally, stop))];

        // 3: one request is one failure
        var knownFrom = KnownFrom(options, errorLogs, errors);
        var requests = RequestJoin.Join(
            errors.Tries, access.SelectMany(each => each.Intake.Entries), options.Slack,
            entry => UnexplainedError.Read(
                entry, errorsAreKnown: entry.At >= knownFrom && entry.At < errors.CompleteUntil));

        // 4: the sum of it
        var view = new RecentView
        {
            From = options.Since,
            To = options.Until,
            ErrorLogs = errorLogs,
            AccessLogs = [.. access.Select(each => each.View)],
            Requests = requests,
            Dropped = errors.Dropped + access.Sum(each => each.Intake.Dropped),
            Phrases = errors.Phrases.Counts,
            QuietestLevel = errors.Quietest,
            Amplification = Amplification.Find([.. errors.Tries.OrderBy(each => each.At)]),
        };
        return Summed(view, tally);
    }

    // From when on nginx's own errors would stand in the error log; null where its level is not known to let them in.
    private static DateTimeOffset? KnownFrom(
        RecentLogOptions options, ImmutableArray<LogFileView> errorLogs, ErrorIntake errors)
        => errors.Quietest is null or < NginxLevel.Error ? null
            : errorLogs.All(log => log is { State: LogFileState.Read, ReachesBack: true }) ? options.Since
            : errors.First;

    private static LogFileView ReadErrors(
        string path, RecentLogOptions options, ErrorIntake errors, CancellationToken stop)
    {
        var (lines, unparsed) = (errors.Lines, errors.Unparsed);
        var view = LogTail.Read(path, options.Since, options.Bytes, errors.TimeOf, errors.Take, stop);
        return view with { Lines = errors.Lines - lines, Unparsed = errors.Unparsed - unparsed };
    }

    private static (LogFileView, AccessIntake) ReadAccess(
        AccessLog log, RecentLogOptions options, ErrorIntake errors, AccessTally tally, CancellationToken stop)
    {
        var intake = new AccessIntake(options, log.Format, errors, tally);
        var view = LogTail.Read(log.Path, options.Since, options.Bytes, intake.TimeOf, intake.Take, stop);
        return (view with { Lines = intake.Lines, Unparsed = intake.Unparsed }, intake);
    }

    private static RecentView Summed(RecentView view, AccessTally tally)
    {
        FailedRequest[] failed = [.. view.Requests.Where(each => !each.IsSaved)];
        view = view with
        {
            RequestCount = tally.Requests,
            ServerErrors = tally.ServerErrors,
            ByStatus = tally.ByStatus,
            Timeline = tally.Timeline,
            Slowest = tally.Slowest,
            Members = tally.Members is { IsEmpty: false } members ? members : MembersOf(view.Requests),
            Failures = Grouped(view.Requests),
            Edge = TimerEdge.Find(failed.Select(each => each.Seconds).OfType<double>()),
            FailingSince = Since(failed),
        };
        return view with { Answers = RecentAnswers.Of(view) };
    }

    private static ImmutableArray<FailureGroup> Grouped(ImmutableArray<FailedRequest> requests) =>
    [
        .. requests.GroupBy(each => (each.Kind, each.Upstream, each.Origin))
            .Select(alike => FailureGroup.Of([.. alike]))
            .OrderByDescending(group => group.Count).ThenBy(group => group.First),
    ];

    private static ImmutableArray<MemberCount> MembersOf(ImmutableArray<FailedRequest> requests) =>
    [
        .. requests.SelectMany(each => each.Tries)
            .Where(each => each.Upstream.Length > 0 && each.Kind != Failure.NoHealthyUpstream)
            .CountBy(each => each.Upstream)
            .Select(each => new MemberCount(each.Key, null, each.Value))
            .OrderByDescending(each => each.Failures),
    ];

    private static DateTimeOffset? Since(FailedRequest[] failed)
    {
        var at = failed.Length - 1;
        while (at > 0 && failed[at].At - failed[at - 1].At <= Pause)
        {
            at--;
        }

        return at < 0 ? null : failed[at].At;
    }
}
