using Weir.Logs.Lines;

namespace Weir.Logs.Files;

/// <summary>
/// Finds from where on a log must be read to have its last minutes: steps from the end backwards, twice as far each
/// time, and looks at one line at every stop. So a log of any size costs a few blocks.
/// </summary>
internal static class TailStart
{
    private const int FirstStep = 64 * 1024;

    /// <summary>The place, and whether what follows reaches back to <paramref name="since"/>.</summary>
    /// <param name="file">The file.</param>
    /// <param name="length">Its length: what is written meanwhile is left.</param>
    /// <param name="since">The start of the window.</param>
    /// <param name="budget">The most that may be read, in bytes.</param>
    /// <param name="timeOf">The time of a line.</param>
    public static (long Place, bool ReachesBack) Find(
        Stream file, long length, DateTimeOffset since, long budget, LineTime timeOf)
    {
        var room = new byte[LineCleaner.LongestLine];
        for (long step = FirstStep; ; step *= 2)
        {
            var back = Math.Min(step, Math.Min(length, budget));
            var (place, at) = FirstDated(file, length - back, room, timeOf);
            if (at < since)
            {
                return (place, true);
            }

            if (back < step)
            {
                return (length - back, false);
            }
        }
    }

    // The first line with a time after a place; the piece of a line there does not count, except at the very start.
    private static (long Place, DateTimeOffset? At) FirstDated(Stream file, long from, byte[] room, LineTime timeOf)
    {
        file.Position = from;
        var bytes = room.AsSpan(0, file.ReadAtLeast(room, room.Length, throwOnEndOfStream: false));
        var start = from == 0 ? 0 : bytes.IndexOf((byte)'\n') + 1;
        while (bytes[start..].IndexOf((byte)'\n') is >= 0 and var end)
        {
            if (timeOf(bytes.Slice(start, end)) is { } at)
            {
                return (from + start, at);
            }

            start += end + 1;
        }

        return (from, null);
    }
}
