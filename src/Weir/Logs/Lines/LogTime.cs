using System.Buffers.Text;

namespace Weir.Logs.Lines;

/// <summary>The ways in which logs write a time. All are read without allocating, and none throws.</summary>
internal static class LogTime
{
    // A log with other years is none; within them no zone can push a time out of range.
    private const int FirstYear = 1970;
    private const int LastYear = 2999;
    private const int LastDaySecond = 60; // a leap second

    private const long MillisecondsBegin = 100_000_000_000; // seconds of the year 5138: more digits are milliseconds

    /// <summary><c>2026/11/22 10:00:00</c>: nginx's error log.</summary>
    public static bool TryReadSlashed(ReadOnlySpan<byte> text, out DateTime local)
    {
        local = default;
        return text.Length >= 19 && text[4] == '/' && text[7] == '/' && text[10] == ' '
            && TryMake(Digits(text, 0, 4), Digits(text, 5, 2), Digits(text, 8, 2), text[11..19], out local);
    }

    /// <summary><c>22/Nov/2026:10:00:00 +0100</c>: access logs (<c>$time_local</c>).</summary>
    public static bool TryReadCommon(ReadOnlySpan<byte> text, out DateTimeOffset at)
    {
        at = default;
        return text.Length >= 26 && text[2] == '/' && text[6] == '/' && text[11] == ':' && text[20] == ' '
            && TryMake(Digits(text, 7, 4), Month(text[3..6]), Digits(text, 0, 2), text[12..20], out var local)
            && TryReadOffset(text[21..], out var offset)
            && TryJoin(local, offset, out at);
    }

    /// <summary><c>22-Nov-2026 10:00:00</c>: php-fpm.</summary>
    public static bool TryReadDashedMonth(ReadOnlySpan<byte> text, out DateTime local)
    {
        local = default;
        return text.Length >= 20 && text[2] == '-' && text[6] == '-' && text[11] == ' '
            && TryMake(Digits(text, 7, 4), Month(text[3..6]), Digits(text, 0, 2), text[12..20], out local);
    }

    /// <summary>
    /// RFC 3339 and its relatives: <c>2026-11-22T10:00:00.123+01:00</c>, a space for the T or before the offset.
    /// Without an offset the zone is taken.
    /// </summary>
    /// <param name="text">The text; what follows the time is not looked at.</param>
    /// <param name="zone">The zone where none is written; null refuses such a time.</param>
    /// <param name="at">The time.</param>
    /// <param name="length">How many bytes it has.</param>
    public static bool TryReadIso(ReadOnlySpan<byte> text, TimeZoneInfo? zone, out DateTimeOffset at, out int length)
    {
        (at, length) = (default, 19);
        if (text.Length < 19 || text[4] != '-' || text[7] != '-' || text[10] is not ((byte)'T' or (byte)' ')
            || !TryMake(Digits(text, 0, 4), Digits(text, 5, 2), Digits(text, 8, 2), text[11..19], out var local))
        {
            return false;
        }

        local = local.AddTicks(Fraction(text, ref length));
        var rest = text[length..];
        var space = rest is [(byte)' ', (byte)'+' or (byte)'-', ..] ? 1 : 0;
        if (rest is [(byte)'Z', ..])
        {
            length++;
            return TryJoin(local, TimeSpan.Zero, out at);
        }

        if (TryReadOffset(rest[space..], out var offset))
        {
            length += space + (rest.Length > space + 3 && rest[space + 3] == ':' ? 6 : 5);
            return TryJoin(local, offset, out at);
        }

        at = zone is null ? default : In(zone, local);
        return zone is not null;
    }

    /// <summary>Seconds since 1970 (<c>$msec</c>), or milliseconds where they are so many.</summary>
    public static bool TryReadUnix(ReadOnlySpan<byte> text, out DateTimeOffset at)
    {
        at = default;
        if (!Utf8Parser.TryParse(text, out decimal number, out var used) || used != text.Length || number < 0
            || number >= MillisecondsBegin * 1000m)
        {
            return false;
        }

        at = DateTimeOffset.UnixEpoch.AddMilliseconds((double)(number < MillisecondsBegin ? number * 1000 : number));
        return at.Year <= LastYear;
    }

    /// <summary>A local time of a zone.</summary>
    public static DateTimeOffset In(TimeZoneInfo zone, DateTime local) => new(local, zone.GetUtcOffset(local));

    /// <summary>The month (1 to 12) of its English three letters, or -1.</summary>
    public static int Month(ReadOnlySpan<byte> name)
    {
        if (name.Length != 3)
        {
            return -1;
        }

        var at = "JanFebMarAprMayJunJulAugSepOctNovDec"u8.IndexOf(name);
        return at >= 0 && at % 3 == 0 ? (at / 3) + 1 : -1;
    }

    /// <summary>The number of <paramref name="count"/> digits from <paramref name="at"/> on, or -1.</summary>
    public static int Digits(ReadOnlySpan<byte> text, int at, int count)
    {
        var number = 0;
        foreach (var digit in text.Slice(at, count))
        {
            if (digit is < (byte)'0' or > (byte)'9')
            {
                return -1;
            }

            number = (number * 10) + (digit - '0');
        }

        return number;
    }

    private static bool TryMake(int year, int month, int day, ReadOnlySpan<byte> clock, out DateTime local)
    {
        local = default;
        if (year is < FirstYear or > LastYear || month is < 1 or > 12
            || day < 1 || day > DateTime.DaysInMonth(year, month) || clock[2] != ':' || clock[5] != ':')
        {
            return false;
        }

        var (hour, minute, second) = (Digits(clock, 0, 2), Digits(clock, 3, 2), Digits(clock, 6, 2));
        if (hour is < 0 or > 23 || minute is < 0 or > 59 || second is < 0 or > LastDaySecond)
        {
            return false;
        }

        local = new DateTime(year, month, day, hour, minute, Math.Min(second, 59));
        return true;
    }

    // +0100 or +01:00.
    private static bool TryReadOffset(ReadOnlySpan<byte> text, out TimeSpan offset)
    {
        offset = default;
        if (text.Length < 5 || text[0] is not ((byte)'+' or (byte)'-'))
        {
            return false;
        }

        var colon = text[3] == ':' ? 1 : 0;
        if (text.Length < 5 + colon)
        {
            return false;
        }

        var (hours, minutes) = (Digits(text, 1, 2), Digits(text, 3 + colon, 2));
        offset = new TimeSpan(hours, minutes, 0) * (text[0] == '-' ? -1 : 1);
        return hours is >= 0 and <= 14 && minutes is >= 0 and <= 59;
    }

    private static bool TryJoin(DateTime local, TimeSpan offset, out DateTimeOffset at)
    {
        var valid = offset.Duration() <= TimeSpan.FromHours(14);
        at = valid ? new DateTimeOffset(local, offset) : default;
        return valid;
    }

    // The digits after a dot or a comma, in ticks; what is finer is dropped.
    private static long Fraction(ReadOnlySpan<byte> text, ref int length)
    {
        if (text.Length <= length || text[length] is not ((byte)'.' or (byte)','))
        {
            return 0;
        }

        var (ticks, worth, at) = (0L, TimeSpan.TicksPerSecond / 10, length + 1);
        for (; at < text.Length && text[at] is >= (byte)'0' and <= (byte)'9'; at++, worth /= 10)
        {
            ticks += (text[at] - '0') * worth;
        }

        length = at;
        return ticks;
    }
}
