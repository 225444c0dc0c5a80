using Weir.Vocabulary;

namespace Weir.Logs.Recent;

/// <summary>The failed tries of one visitor's request line, of which no request has been made yet.</summary>
internal sealed class OpenTries(List<FailedTry> tries)
{
    private readonly bool[] _taken = new bool[tries.Count];
    private int _first;
    private int _left = tries.Count;

    /// <summary>The tries of the request of <paramref name="entry"/>, oldest first.</summary>
    /// <param name="entry">The request.</param>
    /// <param name="from">When it may have begun.</param>
    /// <param name="to">When it had ended.</param>
    /// <param name="othersFor">How many later requests a try may belong to as well.</param>
    public List<FailedTry> Take(
        AccessEntry entry, DateTimeOffset from, DateTimeOffset to, Func<FailedTry, int> othersFor)
    {
        Advance();
        var end = Math.Min(tries.Count, _first + RequestJoin.LookAhead);
        for (var at = _first; at < end; at++)
        {
            if (!_taken[at] && tries[at].At >= from && tries[at].At <= to && Fits(tries[at], entry))
            {
                return TakeFrom(at, end, to, FailedIn(entry), othersFor);
            }
        }

        return [];
    }

    /// <summary>The oldest tries that belong together; none when all are taken.</summary>
    public List<FailedTry> TakeNext()
    {
        Advance();
        var end = Math.Min(tries.Count, _first + RequestJoin.LookAhead);
        return _first == tries.Count ? [] : TakeFrom(_first, end, DateTimeOffset.MaxValue, null, _ => 0);
    }

    private void Advance()
    {
        while (_first < tries.Count && _taken[_first])
        {
            _first++;
        }
    }

    private static bool Fits(FailedTry one, AccessEntry entry)
        => entry.Connection is null || one.Connection is null || entry.Connection == one.Connection;

    // How many failed, where the access log lists them; the last one may have gone well.
    private static int? FailedIn(AccessEntry entry)
        => entry.Tries.IsEmpty || !entry.TellsUpstream ? null
        : Math.Max(1, entry.IsError ? entry.Tries.Length : entry.Tries.Length - 1);

    // Without a list, a request ends where a server comes up again, or where none was left: nginx asks each once.
    private List<FailedTry> TakeFrom(
        int first, int end, DateTimeOffset to, int? count, Func<FailedTry, int> othersFor)
    {
        List<FailedTry> taken = [];
        for (var at = first; at < end && tries[at].At <= to && (count is null || taken.Count < count); at++)
        {
            var one = tries[at];
            if (_taken[at] || one.Connection != tries[first].Connection || one.ProcessId != tries[first].ProcessId)
            {
                continue;
            }

            if (count is null && taken.Count > 0 && (IsNextRequest(one, taken) || othersFor(one) >= _left))
            {
                break;
            }

            _taken[at] = true;
            _left--;
            taken.Add(one);
        }

        return taken;
    }

    private static bool IsNextRequest(FailedTry one, List<FailedTry> taken)
        => one.Connection is null || taken.Exists(each => each.Upstream == one.Upstream)
            || taken[^1].Kind == Failure.NoHealthyUpstream;
}
