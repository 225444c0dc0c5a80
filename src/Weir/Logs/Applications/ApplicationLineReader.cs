using System.Text;
using System.Text.RegularExpressions;
using Weir.Logs.Lines;

namespace Weir.Logs.Applications;

/// <summary>Reads lines of application servers; the dialect is told by the looks of the line.</summary>
public static partial class ApplicationLineReader
{
    private const int PatternMilliseconds = 100; // the patterns are linear; this only guards that

    /// <summary>Reads a line that stands alone (see <see cref="LineCleaner"/>).</summary>
    /// <param name="line">The line without its end.</param>
    /// <param name="zone">The zone of times without one: php-fpm writes local time.</param>
    /// <returns>Null where it is no line of a known dialect, as the inner lines of a stack.</returns>
    public static ApplicationLine? Read(ReadOnlySpan<byte> line, TimeZoneInfo zone)
    {
        if (line is not [(byte)'[', ..] || line.IndexOf("] "u8) is not (> 0 and var close))
        {
            return null;
        }

        var time = line[1..close];
        var rest = line[(close + 2)..];
        if (LogTime.TryReadDashedMonth(time, out var local))
        {
            var written = time.EndsWith(" UTC"u8) ? TimeZoneInfo.Utc : zone;
            return PhpFpm(Encoding.UTF8.GetString(rest), LogTime.In(written, local));
        }

        return LogTime.TryReadIso(time, zone, out var at, out _) ? Gunicorn(Encoding.UTF8.GetString(rest), at) : null;
    }

    // "WARNING: [pool www] child 31 exited …", or PHP itself: "PHP Fatal error:  …".
    private static ApplicationLine PhpFpm(string rest, DateTimeOffset at)
    {
        var match = FpmHead().Match(rest);
        var message = rest[match.Length..];
        return new()
        {
            Dialect = ApplicationDialect.PhpFpm,
            At = at,
            Level = match.Groups["level"].Value,
            Pool = match.Groups["pool"].Value,
            Message = message,
            ProcessId = Number(Child().Match(message).Groups["pid"].Value),
        };
    }

    // "[31] [CRITICAL] WORKER TIMEOUT (pid:32)"
    private static ApplicationLine? Gunicorn(string rest, DateTimeOffset at)
    {
        var match = GunicornHead().Match(rest);
        if (!match.Success)
        {
            return null;
        }

        var message = rest[match.Length..];
        return new()
        {
            Dialect = ApplicationDialect.Gunicorn,
            At = at,
            Level = match.Groups["level"].Value,
            Message = message,
            ProcessId = Number(Worker().Match(message).Groups["pid"].Value) ?? Number(match.Groups["pid"].Value),
        };
    }

    private static int? Number(string digits) => int.TryParse(digits, out var number) ? number : null;

    [GeneratedRegex(@"^(?:(?<level>DEBUG|NOTICE|WARNING|ERROR|ALERT): )?(?:\[pool (?<pool>[^\]]{1,100})\] )?",
        RegexOptions.ExplicitCapture, PatternMilliseconds)]
    private static partial Regex FpmHead();

    [GeneratedRegex(@"^child (?<pid>\d{1,9})\b", RegexOptions.ExplicitCapture, PatternMilliseconds)]
    private static partial Regex Child();

    [GeneratedRegex(@"^\[(?<pid>\d{1,9})\] \[(?<level>[A-Z]{4,8})\] ",
        RegexOptions.ExplicitCapture, PatternMilliseconds)]
    private static partial Regex GunicornHead();

    [GeneratedRegex(@"\(pid: ?(?<pid>\d{1,9})\)", RegexOptions.ExplicitCapture, PatternMilliseconds)]
    private static partial Regex Worker();
}
