using System.Globalization;

namespace Weir.Host.Counters;

/// <summary>Reads the counters of <c>/proc/net</c>. What cannot be read is left out.</summary>
internal static class CounterText
{
    private const NumberStyles Hex = NumberStyles.AllowHexSpecifier;

    /// <summary>Interfaces read: a host of containers has some thousands.</summary>
    private const int MaxInterfaces = 10_000;

    private static readonly string[] InterfaceColumns =
    [
        "rx_bytes", "rx_packets", "rx_errors", "rx_dropped", "rx_fifo", "rx_frame", "rx_compressed", "rx_multicast",
        "tx_bytes", "tx_packets", "tx_errors", "tx_dropped", "tx_fifo", "tx_collisions", "tx_carrier", "tx_compressed",
    ];

    /// <summary>
    /// <c>netstat</c> and <c>snmp</c>: a line of names and a line of numbers, both after the name of the group.
    /// </summary>
    public static IEnumerable<KeyValuePair<string, long>> Pairs(string text)
    {
        var lines = KernelText.Lines(text).Select(KernelText.Cells).ToArray();
        for (var at = 0; at + 1 < lines.Length; at++)
        {
            var (names, values) = (lines[at], lines[at + 1]);
            if (names.Length == 0 || values.Length == 0 || names[0] != values[0] || names[0][^1] != ':')
            {
                continue;
            }

            for (var cell = 1; cell < Math.Min(names.Length, values.Length); cell++)
            {
                if (KernelText.Number(values[cell]) is { } number)
                {
                    yield return new($"{names[0][..^1]}.{names[cell]}", number);
                }
            }

            at++; // The second line of a pair is not the first of another.
        }
    }

    /// <summary><c>snmp6</c>: a name and a number a line.</summary>
    public static IEnumerable<KeyValuePair<string, long>> Named(string text) => KernelText.Named(text);

    /// <summary>
    /// <c>softnet_stat</c>: a row a processor, hexadecimal; the second column is drops, the third squeezes.
    /// </summary>
    public static IEnumerable<KeyValuePair<string, long>> Softnet(string text)
    {
        var rows = KernelText.Lines(text).Select(KernelText.Cells).Where(cells => cells.Length >= 3).ToArray();
        return
        [
            new(CounterNames.SoftnetDropped, rows.Sum(row => HexOf(row[1]))),
            new(CounterNames.SoftnetSqueezed, rows.Sum(row => HexOf(row[2]))),
        ];
    }

    /// <summary>
    /// <c>stat/nf_conntrack</c>: names, then a row a processor, hexadecimal. "entries" is no counter, and the same in
    /// each row.
    /// </summary>
    public static IEnumerable<KeyValuePair<string, long>> Conntrack(string text)
    {
        var lines = KernelText.Lines(text).Select(KernelText.Cells).ToArray();
        return lines.Length < 2 ? [] : lines[0]
            .Select((name, column) => new KeyValuePair<string, long>(
                $"nf_conntrack.{name}",
                lines.Skip(1).Where(row => column < row.Length).Sum(row => HexOf(row[column]))))
            .Where(pair => pair.Key != "nf_conntrack.entries");
    }

    /// <summary><c>dev</c>: two lines of headings, then an interface a row.</summary>
    public static IEnumerable<KeyValuePair<string, long>> Interfaces(string text)
        => KernelText.Lines(text).Skip(2).Take(MaxInterfaces).SelectMany(Interface);

    private static IEnumerable<KeyValuePair<string, long>> Interface(string line)
    {
        var colon = line.LastIndexOf(':');
        if (colon < 1)
        {
            yield break;
        }

        var device = line[..colon].Trim();
        var cells = KernelText.Cells(line[(colon + 1)..]);
        for (var at = 0; at < Math.Min(cells.Length, InterfaceColumns.Length); at++)
        {
            if (KernelText.Number(cells[at]) is { } number)
            {
                yield return new(CounterNames.OfInterface(device, InterfaceColumns[at]), number);
            }
        }
    }

    private static long HexOf(string text)
        => uint.TryParse(text, Hex, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
