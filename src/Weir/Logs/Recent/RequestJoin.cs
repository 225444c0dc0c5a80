using System.Collections.Immutable;
using Weir.Vocabulary;

namespace Weir.Logs.Recent;

/// <summary>
/// Joins the lines of the two logs, so that one request is one failure: by visitor, request line and time, by the
/// connection's serial number where the access log has it, and by the number of servers that it says were tried.
/// </summary>
internal sealed class RequestJoin
{
    /// <summary>
    /// How long before its end a request may have begun to fail, where its length is not logged: a time-out of 60 s,
    /// and a try after it.
    /// </summary>
    private static readonly TimeSpan LongestUnknown = TimeSpan.FromSeconds(75);

    // Visitors with the same address and request fail side by side; so many are looked through for the right one.
    internal const int LookAhead = 256;

    private readonly TimeSpan _slack;
    private readonly Func<AccessEntry, FailedRequest?> _readAlone;
    private readonly List<FailedRequest> _joined = [];

    private RequestJoin(TimeSpan slack, Func<AccessEntry, FailedRequest?> readAlone)
        => (_slack, _readAlone) = (slack, readAlone);

    /// <summary>Joins them.</summary>
    /// <param name="tries">From the error log.</param>
    /// <param name="entries">From the access log.</param>
    /// <param name="slack">How far the clocks of the two lines may differ.</param>
    /// <param name="readAlone">Reads an error of which the error log says nothing.</param>
    public static ImmutableArray<FailedRequest> Join(
        IEnumerable<FailedTry> tries, IEnumerable<AccessEntry> entries, TimeSpan slack,
        Func<AccessEntry, FailedRequest?> readAlone)
    {
        var join = new RequestJoin(slack, readAlone);
        var byKey = entries.ToLookup(each => each.Key);
        var triesByKey = tries.ToLookup(each => each.Key);
        foreach (var group in triesByKey)
        {
            // Errors first: a request that went well just before must not take the failure of the next one.
            var open = new OpenTries([.. group.OrderBy(each => each.At)]);
            AccessEntry[] sorted = [.. byKey[group.Key].OrderBy(each => !each.IsError).ThenBy(each => each.At)];
            for (var at = 0; at < sorted.Length; at++)
            {
                join.Take(sorted[at], open, new(sorted, at + 1, Math.Min(LookAhead, sorted.Length - at - 1)));
            }

            join.TakeRest(open);
        }

        foreach (var entry in byKey.Where(group => !triesByKey.Contains(group.Key)).SelectMany(group => group))
        {
            join.Take(entry, new OpenTries([]), []);
        }

        return [.. join._joined.OrderBy(each => each.At)];
    }

    private void Take(AccessEntry entry, OpenTries open, ArraySegment<AccessEntry> next)
    {
        var began = entry.At - (entry.Seconds is { } seconds ? TimeSpan.FromSeconds(seconds) : LongestUnknown) - _slack;
        var tries = open.Take(entry, began, entry.At + _slack, one => next.Count(each => MayOwn(each, one)));
        if (tries.Count == 0)
        {
            if (entry.IsError && _readAlone(entry) is { } alone)
            {
                _joined.Add(alone);
            }

            return;
        }

        _joined.Add(Of(tries) with
        {
            At = entry.At,
            Status = entry.Status,
            Seconds = entry.Seconds,
            AccessLine = entry.Line,
            IsSaved = !entry.IsError && tries.All(each => each.Kind.Traits().Phase != Phase.Body),
        });
    }

    // Whether a line may as well be of this later request: then it is left to it where there are not lines enough.
    private bool MayOwn(AccessEntry entry, FailedTry one)
        => entry.IsError && one.At <= entry.At + _slack
            && one.At >= entry.At - TimeSpan.FromSeconds(entry.Seconds ?? 0) - _slack;

    // No access line: not logged, another file, or no request at all (a worker that died).
    private void TakeRest(OpenTries open)
    {
        while (open.TakeNext() is { Count: > 0 } tries)
        {
            _joined.Add(Of(tries));
        }
    }

    private static FailedRequest Of(List<FailedTry> tries) => new()
    {
        At = tries[0].At,
        Kind = tries[0].Kind,
        Origin = ErrorOrigin.Gateway,
        Upstream = tries[0].Upstream,
        Client = tries[0].Key.Client,
        Request = tries[0].Key.Request,
        Tries = [.. tries],
    };
}
