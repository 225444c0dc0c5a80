namespace Weir.Logs.Files;

/// <summary>Reads the last minutes of a log file, and of its rotated neighbour where the file is younger.</summary>
public static class LogTail
{
    private const string Rotated = ".1"; // logrotate; older ones are compressed
    private const int MostLinks = 40;    // as the kernel allows

    /// <summary>Gives the lines from about <paramref name="since"/> on, oldest first; some may be older.</summary>
    /// <param name="path">The file.</param>
    /// <param name="since">The start of the window.</param>
    /// <param name="budget">The most that is read, in bytes; the newest part counts.</param>
    /// <param name="timeOf">The time of a line.</param>
    /// <param name="each">Takes each line.</param>
    /// <param name="stop">Ends the reading.</param>
    /// <returns>What is known of the file; a file that cannot be read is such a fact and no exception.</returns>
    public static LogFileView Read(
        string path, DateTimeOffset since, long budget, LineTime timeOf, LineAction each, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(timeOf);
        ArgumentNullException.ThrowIfNull(each);
        try
        {
            return WhyNot(path) ?? ReadFile(path, since, budget, timeOf, each, stop);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return new(path, StateOf(problem), problem.Message);
        }
    }

    // A pipe has no length and would wait for ever to be opened; an empty file was perhaps just rotated.
    private static LogFileView ReadFile(
        string path, DateTimeOffset since, long budget, LineTime timeOf, LineAction each, CancellationToken stop)
    {
        if (new FileInfo(Target(path)).Length == 0)
        {
            return Together(path, 0, false, Older(path, since, budget, timeOf, each, stop));
        }

        using var file = Open(path);
        var length = file.Length;
        var (place, reaches) = TailStart.Find(file, length, since, budget, timeOf);
        var older = place == 0 && !reaches ? Older(path, since, budget - length, timeOf, each, stop) : null;
        return Together(path, LineSplitter.Each(file, place, length, each, stop), reaches, older);
    }

    private static LogFileView Together(string path, long bytes, bool reaches, LogFileView? older)
        => new(path, LogFileState.Read)
        {
            Bytes = bytes + (older?.Bytes ?? 0),
            ReachesBack = reaches || older is { ReachesBack: true },
            WithRotated = older is not null,
        };

    // Without a neighbour, or with one that may not be read, the file simply does not reach back.
    private static LogFileView? Older(
        string path, DateTimeOffset since, long budget, LineTime timeOf, LineAction each, CancellationToken stop)
    {
        if (budget <= 0 || path.EndsWith(Rotated, StringComparison.Ordinal))
        {
            return null;
        }

        var view = Read(path + Rotated, since, budget, timeOf, each, stop);
        return view.State == LogFileState.Read ? view : null;
    }

    private static LogFileView? WhyNot(string path)
        => Directory.Exists(path) ? new(path, LogFileState.NotAFile, "It is a folder.")
            : DeviceBehind(path) is { } device
                ? new(path, LogFileState.NotAFile, $"It leads to {device}: the container's output.")
                : null;

    // Containers link their logs to /dev/stdout, and from there the way leads into this process's own output.
    private static string? DeviceBehind(string path)
    {
        var link = File.ResolveLinkTarget(path, returnFinalTarget: false);
        for (var step = 0; link is not null && step < MostLinks; step++)
        {
            if (link.FullName.StartsWith("/dev/", StringComparison.Ordinal)
                || link.FullName.StartsWith("/proc/", StringComparison.Ordinal))
            {
                return link.FullName;
            }

            link = File.ResolveLinkTarget(link.FullName, returnFinalTarget: false);
        }

        return null;
    }

    private static string Target(string path)
        => File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;

    private static FileStream Open(string path) => new(path, new FileStreamOptions
    {
        Mode = FileMode.Open,
        Access = FileAccess.Read,
        Share = FileShare.ReadWrite | FileShare.Delete,
        BufferSize = 0,
    });

    private static LogFileState StateOf(Exception problem) => problem switch
    {
        FileNotFoundException or DirectoryNotFoundException => LogFileState.Missing,
        UnauthorizedAccessException => LogFileState.Forbidden,
        _ => LogFileState.Unreadable,
    };
}
