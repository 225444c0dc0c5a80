using Weir.Logs.Lines;

namespace Weir.Logs.Nginx;

/// <summary>
/// The start of an error line: <c>2026/11/22 10:00:00 [error] 31#31: *7 </c>. Reading it costs nothing, so that the
/// many lines of no interest can be passed over.
/// </summary>
internal readonly ref struct NginxErrorHead
{
    /// <summary>
    /// How far into a line the time is looked for: prefixes of containers and journals are shorter, and a line without
    /// one is given up soon.
    /// </summary>
    private const int LongestPrefix = 512;

    private const int TimeLength = 19;

    private NginxErrorHead(DateTime local, NginxLevel level, ReadOnlySpan<byte> rest)
    {
        Local = local;
        Level = level;
        Rest = rest;
    }

    /// <summary>The time as written: local, without a zone.</summary>
    public DateTime Local { get; }

    public NginxLevel Level { get; }

    /// <summary>What follows the level, from the process id on.</summary>
    public ReadOnlySpan<byte> Rest { get; }

    /// <summary>Finds the head behind whatever stands in front of it.</summary>
    public static bool TryRead(ReadOnlySpan<byte> line, out NginxErrorHead head)
    {
        head = default;
        var window = line[..Math.Min(line.Length, LongestPrefix)];
        for (var from = 0; from < window.Length;)
        {
            var slash = window[from..].IndexOf((byte)'/');
            if (slash < 0)
            {
                return false;
            }

            var start = from + slash - 4;
            if (start >= 0 && TryReadAt(line[start..], out head))
            {
                return true;
            }

            from += slash + 1;
        }

        return false;
    }

    private static bool TryReadAt(ReadOnlySpan<byte> text, out NginxErrorHead head)
    {
        head = default;
        if (!LogTime.TryReadSlashed(text, out var local) || !text[TimeLength..].StartsWith(" ["u8))
        {
            return false;
        }

        var after = text[(TimeLength + 2)..];
        var close = after.IndexOf("] "u8);
        if (close < 0 || LevelOf(after[..close]) is not { } level)
        {
            return false;
        }

        head = new(local, level, after[(close + 2)..]);
        return true;
    }

    private static NginxLevel? LevelOf(ReadOnlySpan<byte> word)
        => word.SequenceEqual("error"u8) ? NginxLevel.Error
        : word.SequenceEqual("info"u8) ? NginxLevel.Info
        : word.SequenceEqual("warn"u8) ? NginxLevel.Warn
        : word.SequenceEqual("crit"u8) ? NginxLevel.Crit
        : word.SequenceEqual("alert"u8) ? NginxLevel.Alert
        : word.SequenceEqual("emerg"u8) ? NginxLevel.Emerg
        : word.SequenceEqual("notice"u8) ? NginxLevel.Notice
        : word.SequenceEqual("debug"u8) ? NginxLevel.Debug
        : null;
}
