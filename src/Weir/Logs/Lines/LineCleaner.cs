namespace Weir.Logs.Lines;

/// <summary>
/// Gives back the line that a program wrote from the way in which people and machines keep it: behind the prefixes of
/// compose, kubectl, docker, journald and syslog, in a JSON envelope, quoted with <c>&gt;</c>, coloured, with CRLF. One
/// cleaner for one thread: the answer may lie in its own memory and holds until the next call.
/// </summary>
public sealed class LineCleaner
{
    /// <summary>Longer lines are looked at only so far, in bytes: nothing that a gateway writes is longer.</summary>
    public const int LongestLine = 64 * 1024;

    // compose in front of a collector's envelope around syslog: more layers are nobody's.
    private const int MostLayers = 6;

    private const byte Escape = 0x1b;

    private readonly byte[] _plain = new byte[LongestLine];
    private readonly byte[] _unwrapped = new byte[LongestLine];

    /// <summary>
    /// The line without what others put around it. A line with nothing around it comes back as it is.
    /// </summary>
    public ReadOnlySpan<byte> Clean(ReadOnlySpan<byte> line)
    {
        line = line[..Math.Min(line.Length, LongestLine)].TrimEnd("\r\n"u8);
        if (line.Contains(Escape))
        {
            line = WithoutColour(line);
        }

        var isUnwrapped = false;
        for (var layer = 0; layer < MostLayers; layer++)
        {
            if (!isUnwrapped && JsonEnvelope.TryUnwrap(line, _unwrapped, out var length))
            {
                line = _unwrapped.AsSpan(0, length).TrimEnd("\r\n"u8);
                isUnwrapped = true;
            }
            else if (LinePrefix.LengthOf(line) is > 0 and var prefix)
            {
                line = line[prefix..];
            }
            else
            {
                break;
            }
        }

        return line;
    }

    // Control sequences are ESC [ parameters letter (ECMA-48 section 5.4).
    private ReadOnlySpan<byte> WithoutColour(ReadOnlySpan<byte> line)
    {
        var length = 0;
        for (var at = 0; at < line.Length; at++)
        {
            if (line[at] != Escape)
            {
                _plain[length++] = line[at];
                continue;
            }

            if (at + 1 < line.Length && line[at + 1] == '[')
            {
                at += 2;
                while (at < line.Length && line[at] is < 0x40 or > 0x7e)
                {
                    at++;
                }
            }
        }

        return _plain.AsSpan(0, length);
    }
}
