namespace Weir.Logs.Lines;

/// <summary>
/// A line inside JSON: docker's <c>{"log":"…\n","stream":"stderr"}</c>, journald's <c>"MESSAGE"</c>, a collector's
/// <c>"message"</c>.
/// </summary>
internal static class JsonEnvelope
{
    /// <summary>Writes the line inside to <paramref name="into"/>; false where there is none.</summary>
    public static bool TryUnwrap(ReadOnlySpan<byte> line, Span<byte> into, out int length)
    {
        length = 0;
        if (line is not [(byte)'{', ..])
        {
            return false;
        }

        var scan = new JsonScan(line);
        while (scan.MoveNext())
        {
            if (scan.IsText && IsMessage(scan.Key))
            {
                length = JsonScan.Unescape(scan.Value, into);
                return true;
            }
        }

        return false;
    }

    private static bool IsMessage(ReadOnlySpan<byte> key)
        => key.SequenceEqual("log"u8) || key.SequenceEqual("MESSAGE"u8) || key.SequenceEqual("message"u8);
}
