using System.Globalization;
using Weir.Host.KernelLog;

namespace Weir.Host.Journal;

/// <summary>Reads the journal with <c>journalctl</c>, where there is one.</summary>
public static class JournalReader
{
    /// <summary>An index of a few gigabytes is searched in a second.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    /// <summary>Entries asked for, the newest.</summary>
    private const int MaxEntries = 5_000;

    private const string Needs = "root, or the group systemd-journal";

    /// <summary>What systemd wrote down about its units since a moment.</summary>
    public static Reading<IReadOnlyList<UnitEvent>> ReadUnits(DateTimeOffset since)
        => Read(since, "_PID=1").Select(UnitEvents.Of);

    /// <summary>
    /// The kernel's events since a moment, for a machine whose <c>/dev/kmsg</c> may not be read or has forgotten them.
    /// </summary>
    public static Reading<IReadOnlyList<KernelEvent>> ReadKernel(DateTimeOffset since)
        => Read(since, "--dmesg").Select(entries => KernelEvents.Of(
            entries.Where(entry => entry["SYSLOG_FACILITY"] is "0" or "").Select(entry => new KernelRecord(
                0, Severity(entry["PRIORITY"]), entry.At - DateTimeOffset.UnixEpoch, entry["MESSAGE"])),
            DateTimeOffset.UnixEpoch));

    private static Reading<IReadOnlyList<JournalEntry>> Read(DateTimeOffset since, string what)
        => HostProgram.RunBytes(
            "journalctl",
            [
                "--output=export", "--no-pager", "--quiet", $"--lines={MaxEntries}",
                $"--since=@{since.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)}", what,
            ],
            Limit,
            Needs).Select(bytes => JournalExport.Parse(bytes.Span));

    private static int Severity(string text) => text is [>= '0' and <= '7'] ? text[0] - '0' : 6;
}
