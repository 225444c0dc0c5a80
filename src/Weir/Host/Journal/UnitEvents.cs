using System.Globalization;
using System.Text.RegularExpressions;

namespace Weir.Host.Journal;

/// <summary>
/// Reads what systemd wrote down about its units. Entries of others, and those that tell nothing, are left out.
/// </summary>
public static partial class UnitEvents
{
    private static readonly (UnitEventKind Kind, Regex Pattern)[] Patterns =
    [
        (UnitEventKind.Exited, MainProcessExited()),
        (UnitEventKind.OutOfMemory, KilledForMemory()),
        (UnitEventKind.RestartScheduled, Scheduled()),
        (UnitEventKind.GivenUp, Repeated()),
        (UnitEventKind.TimedOut, OutOfTime()),
        (UnitEventKind.Failed, FailedWith()),
        (UnitEventKind.Stopped, Stopped()),
        (UnitEventKind.Started, Started()),
    ];

    /// <summary>The events among entries, in their order.</summary>
    public static IReadOnlyList<UnitEvent> Of(IEnumerable<JournalEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        return [.. entries.Select(Read).OfType<UnitEvent>()];
    }

    private static UnitEvent? Read(JournalEntry entry)
    {
        var (unit, message) = (UnitOf(entry), entry["MESSAGE"]);
        if (unit is null)
        {
            return null; // A program's own line, whatever it says.
        }

        foreach (var (kind, pattern) in Patterns)
        {
            if (pattern.Match(message) is { Success: true } match)
            {
                return new UnitEvent(entry.At, unit, kind, message)
                {
                    Code = First(entry["EXIT_CODE"], match.Groups["code"].Value),
                    Status = (int?)Number(entry["EXIT_STATUS"]) ?? (int?)Number(match.Groups["status"].Value),
                    Restarts = Number(entry["N_RESTARTS"]) ?? Number(match.Groups["restarts"].Value),
                    Result = First(entry["UNIT_RESULT"], match.Groups["result"].Value),
                };
            }
        }

        return null;
    }

    /// <summary>Only systemd itself names another unit than its own in these fields.</summary>
    private static string? UnitOf(JournalEntry entry)
        => entry["_PID"] is "1" or "" || entry["_COMM"] == "systemd"
            ? First(entry["UNIT"], entry["USER_UNIT"])
            : null;

    private static string? First(string one, string other) => one.Length > 0 ? one : other.Length > 0 ? other : null;

    private static long? Number(string text)
        => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    [GeneratedRegex(@"Main process exited, code=(?<code>\w+), status=(?<status>\d+)")]
    private static partial Regex MainProcessExited();

    [GeneratedRegex("killed by the OOM killer")]
    private static partial Regex KilledForMemory();

    [GeneratedRegex(@"Scheduled restart job, restart counter is at (?<restarts>\d+)")]
    private static partial Regex Scheduled();

    [GeneratedRegex("Start request repeated too quickly")]
    private static partial Regex Repeated();

    [GeneratedRegex(@"operation timed out|Watchdog timeout|State '[\w-]+' timed out|timed out\. [KT]\w+ing")]
    private static partial Regex OutOfTime();

    [GeneratedRegex(@"Failed with result '(?<result>[\w-]+)'|^Failed to start |entered failed state")]
    private static partial Regex FailedWith();

    [GeneratedRegex("^Stopped |^Stopping |Deactivated successfully|: Succeeded")]
    private static partial Regex Stopped();

    [GeneratedRegex("^Started |^Reloaded ")]
    private static partial Regex Started();
}
