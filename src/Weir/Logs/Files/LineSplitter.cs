using Weir.Logs.Lines;

namespace Weir.Logs.Files;

/// <summary>Reads a part of a file line by line, in blocks.</summary>
internal static class LineSplitter
{
    private const int Block = 256 * 1024;

    /// <summary>
    /// Gives every line between two places. A line longer than <see cref="LineCleaner.LongestLine"/> is given cut once.
    /// </summary>
    /// <returns>The number of bytes read.</returns>
    public static long Each(Stream file, long from, long to, LineAction each, CancellationToken stop)
    {
        file.Position = from;
        var buffer = new byte[Block];
        var (kept, total, skips) = (0, 0L, false);
        while (total < to - from)
        {
            stop.ThrowIfCancellationRequested();
            var read = file.Read(buffer, kept, (int)Math.Min(buffer.Length - kept, to - from - total));
            if (read == 0)
            {
                break; // it was truncated meanwhile
            }

            total += read;
            kept = GiveWhole(buffer.AsSpan(0, kept + read), each, ref skips);
            if (kept > LineCleaner.LongestLine)
            {
                Give(buffer.AsSpan(0, kept), each, skips);
                (kept, skips) = (0, true);
            }
        }

        Give(buffer.AsSpan(0, kept), each, skips);
        return total;
    }

    // Gives the whole lines, moves the rest to the front, and returns its length.
    private static int GiveWhole(Span<byte> bytes, LineAction each, ref bool skips)
    {
        var rest = bytes;
        while (rest.IndexOf((byte)'\n') is >= 0 and var end)
        {
            Give(rest[..end], each, skips);
            skips = false;
            rest = rest[(end + 1)..];
        }

        rest.CopyTo(bytes);
        return rest.Length;
    }

    private static void Give(ReadOnlySpan<byte> line, LineAction each, bool skips)
    {
        if (!skips && !line.IsEmpty)
        {
            each(line[..Math.Min(line.Length, LineCleaner.LongestLine)]);
        }
    }
}
