using Weir.Logs.Access;
using Weir.Logs.Files;
using Weir.Logs.Lines;

namespace Weir.Logs.Recent;

/// <summary>
/// nginx's error log has local times without a zone, and a container's local time is often not its host's. The access
/// log carries the offset, and the same process wrote both.
/// </summary>
internal static class ZoneOfLogs
{
    private const int EndOfLog = 64 * 1024;

    /// <summary>The zone of the last line that has one, else the one that was given.</summary>
    public static TimeZoneInfo Find(RecentLogOptions options, CancellationToken stop)
    {
        TimeSpan? offset = null;
        foreach (var log in options.AccessLogs)
        {
            var (cleaner, room) = (new LineCleaner(), AccessLine.Room());
            LogTail.Read(log.Path, DateTimeOffset.MaxValue, EndOfLog, _ => null, line =>
            {
                var isRead = AccessLine.TryRead(line, log.Format, room, out var read)
                    || AccessLine.TryRead(cleaner.Clean(line), log.Format, room, out read);
                if (isRead && read.LocalOffset is { } found)
                {
                    offset = found;
                }
            }, stop);
        }

        return offset is { } known
            ? TimeZoneInfo.CreateCustomTimeZone("log", known, "log", "log")
            : options.Zone;
    }
}
