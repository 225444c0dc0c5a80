using System.Collections.Immutable;
using System.Text;
using Weir.Logs.Access;

namespace Weir.Logs.Recent;

/// <summary>The numbers over all requests of the window. Costs no allocation for an ordinary line.</summary>
internal sealed class AccessTally
{
    private const int MostMembers = 1_000;   // servers behind one gateway; more are invented by the visitor
    private const int MostMinutes = 1_500;   // a day and an hour
    private const int SlowKept = 10;
    private const int LongestAddress = 256;

    private readonly long[] _byStatus = new long[1000];
    private readonly SortedDictionary<long, (long Requests, long Errors)> _minutes = [];
    private readonly Dictionary<string, (long Tries, long Failures)> _members = [];
    private readonly PriorityQueue<SlowRequest, double> _slow = new();

    /// <summary>All requests.</summary>
    public long Requests => _byStatus.Sum();

    public long ServerErrors => _byStatus.AsSpan(500, 100).ToArray().Sum();

    public ImmutableSortedDictionary<int, long> ByStatus => Enumerable.Range(0, _byStatus.Length)
        .Where(status => _byStatus[status] > 0)
        .ToImmutableSortedDictionary(status => status, status => _byStatus[status]);

    public ImmutableArray<MinuteCount> Timeline => [.. _minutes.Select(each => new MinuteCount(
        DateTimeOffset.FromUnixTimeSeconds(each.Key * 60), each.Value.Requests, each.Value.Errors))];

    public ImmutableArray<MemberCount> Members => [.. _members
        .Select(each => new MemberCount(each.Key, each.Value.Tries, each.Value.Failures))
        .OrderByDescending(each => each.Failures).ThenBy(each => each.Upstream, StringComparer.Ordinal)];

    public ImmutableArray<SlowRequest> Slowest => [.. _slow.UnorderedItems
        .Select(each => each.Element).OrderByDescending(each => each.Seconds)];

    public void Add(AccessLine line, DateTimeOffset at)
    {
        var isError = line.Status >= 500;
        _byStatus[line.Status]++;
        var minute = at.ToUnixTimeSeconds() / 60;
        if (_minutes.TryGetValue(minute, out var count) || _minutes.Count < MostMinutes)
        {
            _minutes[minute] = (count.Requests + 1, count.Errors + (isError ? 1 : 0));
        }

        AddMembers(line);
        AddSlow(line, at);
    }

    private void AddMembers(AccessLine line)
    {
        var addresses = line[AccessField.UpstreamAddress];
        if (addresses.IsEmpty)
        {
            return;
        }

        if (!addresses.Contains((byte)' '))
        {
            var isDash = line[AccessField.UpstreamHeaderTime].IsEmpty;
            AddMember(addresses, Failed(line, (int?)AccessLine.Number(line[AccessField.UpstreamStatus]), isDash));
            return;
        }

        foreach (var each in UpstreamTry.Of(line))
        {
            AddMember(Encoding.UTF8.GetBytes(each.Address), Failed(line, each.Status, each.HeaderSeconds is null));
        }
    }

    // By its status, else by a head that never came; a visitor who left (499) tells nothing of the server.
    private static bool Failed(AccessLine line, int? status, bool isHeadMissing)
        => status is { } known ? known >= 500
            : line.Raw(AccessField.UpstreamHeaderTime).IsEmpty ? line.Status >= 500
            : isHeadMissing && line.Status != 499;

    private void AddMember(ReadOnlySpan<byte> address, bool failed)
    {
        if (address.Length > LongestAddress)
        {
            return;
        }

        Span<char> letters = stackalloc char[LongestAddress];
        var name = letters[..Encoding.Latin1.GetChars(address, letters)];
        var members = _members.GetAlternateLookup<ReadOnlySpan<char>>();
        if (members.TryGetValue(name, out var count) || _members.Count < MostMembers)
        {
            members[name] = (count.Tries + 1, count.Failures + (failed ? 1 : 0));
        }
    }

    private void AddSlow(AccessLine line, DateTimeOffset at)
    {
        var times = line[AccessField.UpstreamResponseTime];
        var seconds = times.Contains((byte)' ')
            ? UpstreamTry.Of(line).Max(each => each.ResponseSeconds)
            : AccessLine.Number(times) ?? line.Seconds;
        if (seconds is not { } taken
            || (_slow.Count == SlowKept && _slow.TryPeek(out _, out var least) && taken <= least))
        {
            return;
        }

        var request = line.RequestLine();
        _slow.Enqueue(new(at, taken, line.Text(AccessField.UpstreamAddress), line.Status,
            request[..Math.Min(request.Length, RequestKey.Longest)]), taken);
        if (_slow.Count > SlowKept)
        {
            _slow.Dequeue();
        }
    }
}
