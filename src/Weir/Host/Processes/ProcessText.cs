using System.Globalization;

namespace Weir.Host.Processes;

/// <summary>Reads the files of <c>/proc/PID</c>, proc_pid_stat(5) and its neighbours.</summary>
internal static class ProcessText
{
    /// <summary>Characters kept of a command line; Linux allows megabytes.</summary>
    private const int MaxCommandLine = 32 * 1024;

    /// <summary>USER_HZ, the unit of time in <c>/proc</c>: 100 a second on every processor of today.</summary>
    private const double TicksPerSecond = 100;

    /// <summary>The facts of a process; null when <paramref name="stat"/> is not what Linux prints.</summary>
    /// <param name="stat">
    /// The text of <c>stat</c>: pid, the name in parentheses that may itself hold any character, state, parent; the
    /// number of threads and the start in ticks after boot are fields 20 and 22.
    /// </param>
    /// <param name="status">The text of <c>status</c>, for the user.</param>
    /// <param name="commandLine">The text of <c>cmdline</c>: arguments that end with a zero each.</param>
    /// <param name="boot">When the machine was started.</param>
    public static HostProcess? Parse(string stat, string status, string commandLine, DateTimeOffset? boot)
    {
        var open = stat.IndexOf('(', StringComparison.Ordinal);
        var close = stat.LastIndexOf(')');
        if (open < 1 || close < open)
        {
            return null;
        }

        var cells = KernelText.Cells(stat[(close + 1)..]);
        return int.TryParse(stat.AsSpan(0, open).Trim(), CultureInfo.InvariantCulture, out var id)
            && cells.Length > 19
            && int.TryParse(cells[1], CultureInfo.InvariantCulture, out var parent)
            && int.TryParse(cells[17], CultureInfo.InvariantCulture, out var threads)
            && ulong.TryParse(cells[19], CultureInfo.InvariantCulture, out var ticks)
                ? new HostProcess(
                    id, parent, stat[(open + 1)..close], Arguments(commandLine), State(cells[0]), User(status),
                    threads, After(boot, ticks))
                : null;
    }

    /// <summary>When the machine was started: <c>btime</c> of <c>/proc/stat</c>, in seconds of Unix.</summary>
    public static DateTimeOffset? BootTime(string stat)
        => KernelText.Named(stat).TryGetValue("btime", out var seconds) && seconds is > 0 and < 253_402_300_000
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;

    /// <summary>
    /// A row of <c>limits</c>, such as <c>Max open files</c>: the soft and the hard limit; "unlimited" is the largest
    /// number.
    /// </summary>
    public static ProcessLimit? Limit(string limits, string name)
    {
        var row = KernelText.Lines(limits).FirstOrDefault(line => line.StartsWith(name, StringComparison.Ordinal));
        var cells = row is null ? [] : KernelText.Cells(row[name.Length..]);
        return cells.Length >= 2
            && KernelText.Number(cells[0]) is { } soft
            && KernelText.Number(cells[1]) is { } hard
                ? new ProcessLimit(soft, hard)
                : null;
    }

    /// <summary>The number of a link such as <c>net:[4026531840]</c> or <c>socket:[18213]</c>.</summary>
    public static long? NumberOf(string link, string kind)
        => link.Length > kind.Length + 3
            && link.StartsWith(kind, StringComparison.Ordinal)
            && link[kind.Length..].StartsWith(":[", StringComparison.Ordinal)
            && link[^1] == ']'
            && long.TryParse(link.AsSpan(kind.Length + 2, link.Length - kind.Length - 3),
                CultureInfo.InvariantCulture, out var number)
                ? number
                : null;

    private static DateTimeOffset? After(DateTimeOffset? boot, ulong ticks)
        => boot is { } start && ticks < long.MaxValue / TimeSpan.TicksPerSecond
            ? start + TimeSpan.FromSeconds(Math.Min(ticks / TicksPerSecond, 1e10))
            : null;

    private static string[] Arguments(string text)
        => text.Length == 0 ? [] : text[..Math.Min(text.Length, MaxCommandLine)].TrimEnd('\0').Split('\0');

    private static int User(string status)
    {
        var row = KernelText.Lines(status).FirstOrDefault(line => line.StartsWith("Uid:", StringComparison.Ordinal));
        var cells = row is null ? [] : KernelText.Cells(row);
        return cells.Length > 2 && uint.TryParse(cells[2], CultureInfo.InvariantCulture, out var effective)
            ? unchecked((int)effective)
            : -1;
    }

    private static ProcessState State(string letter) => letter switch
    {
        "R" => ProcessState.Running,
        "S" or "I" => ProcessState.Sleeping,
        "D" => ProcessState.DiskWait,
        "T" or "t" => ProcessState.Stopped,
        "Z" or "X" or "x" => ProcessState.Ended,
        _ => ProcessState.Unknown,
    };
}
