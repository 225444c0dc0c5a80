using System.Globalization;

namespace Weir.Host.KernelLog;

/// <summary>A line of the kernel's log.</summary>
/// <param name="Facility">Who wrote it, as in syslog: 0 is the kernel; others are programs that use its log.</param>
/// <param name="Severity">0 emergency to 7 debug, as in syslog (RFC 5424 section 6.2.1).</param>
/// <param name="SinceBoot">When it was written, by the kernel's clock.</param>
/// <param name="Text">The line.</param>
public sealed record KernelRecord(int Facility, int Severity, TimeSpan SinceBoot, string Text)
{
    /// <summary>
    /// Reads a record of <c>/dev/kmsg</c>: <c>priority,sequence,microseconds,flags[,…];text</c>, then lines that begin
    /// with a blank and hold properties. The text has <c>\x0a</c> for what cannot be printed. Null for anything else.
    /// </summary>
    public static KernelRecord? Parse(string record)
    {
        ArgumentNullException.ThrowIfNull(record);
        var semicolon = record.IndexOf(';', StringComparison.Ordinal);
        if (semicolon < 0)
        {
            return null;
        }

        var head = record[..semicolon].Split(',');
        var end = record.IndexOf('\n', semicolon);
        return head.Length >= 4
            && int.TryParse(head[0], NumberStyles.None, CultureInfo.InvariantCulture, out var priority)
            && long.TryParse(head[2], NumberStyles.None, CultureInfo.InvariantCulture, out var micro)
            && micro < long.MaxValue / 100
                ? new KernelRecord(
                    priority >> 3, priority & 7, TimeSpan.FromTicks(micro * 10),
                    record[(semicolon + 1)..(end < 0 ? ^0 : end)])
                : null;
    }
}
