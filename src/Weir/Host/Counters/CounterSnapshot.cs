namespace Weir.Host.Counters;

/// <summary>
/// The counters of a network namespace at one moment. They count since the boot or the start of the namespace, so only
/// a <see cref="Since"/> says something.
/// </summary>
/// <param name="At">When they were read.</param>
/// <param name="Values">The counters; <see cref="CounterNames"/> has the names that matter.</param>
/// <param name="Unread">
/// The files that could not be read. Connection tracking is absent where its module is not loaded.
/// </param>
public sealed record CounterSnapshot(
    DateTimeOffset At, IReadOnlyDictionary<string, long> Values, IReadOnlyList<Unread> Unread)
{
    private static readonly (string File, Func<string, IEnumerable<KeyValuePair<string, long>>> Read)[] Files =
    [
        ("netstat", CounterText.Pairs),
        ("snmp", CounterText.Pairs),
        ("snmp6", CounterText.Named),
        ("softnet_stat", CounterText.Softnet),
        ("stat/nf_conntrack", CounterText.Conntrack),
        ("dev", CounterText.Interfaces),
    ];

    /// <summary>Numbers among the counters that go up and down, or are settings.</summary>
    private static readonly HashSet<string> Levels = new(StringComparer.Ordinal)
    {
        "Tcp.CurrEstab", "Tcp.MaxConn", "Tcp.RtoAlgorithm", "Tcp.RtoMin", "Tcp.RtoMax", "Ip.Forwarding",
        "Ip.DefaultTTL",
    };

    /// <summary>Reads them.</summary>
    public static CounterSnapshot Read(NetworkSeat seat, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(seat);
        ArgumentNullException.ThrowIfNull(time);
        var values = new Dictionary<string, long>(StringComparer.Ordinal);
        var unread = new List<Unread>();
        foreach (var (file, read) in Files)
        {
            var text = seat.Text(file);
            foreach (var (name, number) in text.TryGet(out var content) ? read(content) : [])
            {
                values[name] = number;
            }

            unread.AddRange(text.Missing is { } missing ? [missing] : []);
        }

        return new CounterSnapshot(time.GetUtcNow(), values, unread);
    }

    /// <summary>What happened since an earlier snapshot of the same namespace.</summary>
    public CounterDifference Since(CounterSnapshot before)
    {
        ArgumentNullException.ThrowIfNull(before);
        return new CounterDifference(At - before.At, Values
            .Where(pair => !Levels.Contains(pair.Key)
                && before.Values.TryGetValue(pair.Key, out var then)
                && pair.Value >= then)
            .ToDictionary(pair => pair.Key, pair => pair.Value - before.Values[pair.Key], StringComparer.Ordinal));
    }
}
