namespace Weir.Logs.Lines;

/// <summary>Recognises what stands in front of a line that a program wrote.</summary>
internal static class LinePrefix
{
    private delegate int Rule(ReadOnlySpan<byte> line);

    private static readonly Rule[] Rules =
        [Blank, ByteOrderMark, Quote, Priority, IsoTime, OldTime, Compose, Pod];

    /// <summary>The length of the first prefix, in bytes; 0 where there is none.</summary>
    public static int LengthOf(ReadOnlySpan<byte> line)
    {
        foreach (var rule in Rules)
        {
            if (rule(line) is > 0 and var length)
            {
                return length;
            }
        }

        return 0;
    }

    private static int Blank(ReadOnlySpan<byte> line) => line.Length - line.TrimStart(" \t"u8).Length;

    private static int ByteOrderMark(ReadOnlySpan<byte> line) => line.StartsWith("\uFEFF"u8) ? 3 : 0;

    private static int Quote(ReadOnlySpan<byte> line) => line is [(byte)'>', ..] ? 1 : 0;

    // Syslog: <187>, or <187>1 in RFC 5424.
    private static int Priority(ReadOnlySpan<byte> line)
    {
        if (line is not [(byte)'<', ..])
        {
            return 0;
        }

        var end = line[..Math.Min(line.Length, 5)].IndexOf((byte)'>');
        if (end < 2 || LogTime.Digits(line, 1, end - 1) < 0)
        {
            return 0;
        }

        return line[(end + 1)..].StartsWith("1 "u8) ? end + 3 : end + 1;
    }

    // docker -t, kubectl --timestamps and journald's short-iso, then perhaps the words of CRI or "host tag[pid]: ".
    private static int IsoTime(ReadOnlySpan<byte> line)
    {
        if (!LogTime.TryReadIso(line, TimeZoneInfo.Utc, out _, out var length) || length >= line.Length
            || line[10] != 'T' || line[length] != ' ')
        {
            return 0;
        }

        var rest = line[(length + 1)..];
        return length + 1 + (Stream(rest) is > 0 and var stream ? stream : Tag(rest));
    }

    // CRI: "stdout F ".
    private static int Stream(ReadOnlySpan<byte> rest)
        => rest.StartsWith("stdout F "u8) || rest.StartsWith("stdout P "u8)
            || rest.StartsWith("stderr F "u8) || rest.StartsWith("stderr P "u8) ? 9 : 0;

    // RFC 3164: "Nov 22 10:00:00 host tag[pid]: ".
    private static int OldTime(ReadOnlySpan<byte> line)
    {
        const int Length = 16;
        if (line.Length <= Length || LogTime.Month(line[..3]) < 0 || line[3] != ' ' || line[6] != ' '
            || line[9] != ':' || line[12] != ':' || line[15] != ' ')
        {
            return 0;
        }

        return Length + Tag(line[Length..]);
    }

    // "host tag[pid]: " or, from nginx's own syslog without a host name, "tag: ".
    private static int Tag(ReadOnlySpan<byte> rest)
    {
        var first = rest.IndexOf((byte)' ');
        if (first <= 0)
        {
            return 0;
        }

        if (rest[first - 1] == ':')
        {
            return first + 1;
        }

        var second = rest[(first + 1)..].IndexOf((byte)' ');
        return second > 0 && rest[first + second] == ':' ? first + second + 2 : 0;
    }

    // "web-1  | ".
    private static int Compose(ReadOnlySpan<byte> line)
    {
        const int LongestName = 64;
        var bar = line[..Math.Min(line.Length, LongestName)].IndexOf("| "u8);
        if (bar <= 1 || line[bar - 1] != ' ')
        {
            return 0;
        }

        foreach (var letter in line[..bar].TrimEnd((byte)' '))
        {
            if (!char.IsAsciiLetterOrDigit((char)letter) && letter is not ((byte)'-' or (byte)'_' or (byte)'.'))
            {
                return 0;
            }
        }

        return bar + 2;
    }

    // kubectl --prefix: "[pod/web-7d4/nginx] ".
    private static int Pod(ReadOnlySpan<byte> line)
        => line.StartsWith("[pod/"u8) && line.IndexOf("] "u8) is > 0 and var end ? end + 2 : 0;
}
