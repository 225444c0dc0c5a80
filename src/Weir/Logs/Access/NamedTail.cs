namespace Weir.Logs.Access;

/// <summary>
/// What people add behind combined: <c>"1.2.3.4" rt=0.1 uct="0.0" urt="0.1, 0.2"</c>. A bare quoted value right behind
/// the user agent is X-Forwarded-For; values with unknown names are stepped over.
/// </summary>
internal static class NamedTail
{
    /// <summary>Fills in the fields from <paramref name="start"/> on.</summary>
    public static void Read(ReadOnlySpan<byte> line, int start, Span<Range> fields)
    {
        for (int at = start, count = 0; at < line.Length; count++)
        {
            if (line[at] == ' ')
            {
                at++;
                count--;
                continue;
            }

            var word = line[at..].IndexOfAny((byte)' ', (byte)'=', (byte)'"');
            var name = line.Slice(at, Math.Max(word, 0));
            var isNamed = word > 0 && line[at + word] == '=';
            at += isNamed ? word + 1 : 0;
            var value = Value(line, ref at);
            var field = isNamed ? Field(name, line[value]) : count == 0 && word == 0 ? AccessField.ForwardedFor : null;
            if (field is { } known && fields[(int)known].Equals(default))
            {
                fields[(int)known] = value;
            }
        }
    }

    // "ua" is the user agent to some and the upstream's address to others (nginx Amplify); the value tells.
    private static AccessField? Field(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
        => name.SequenceEqual("ua"u8) && value.Contains((byte)':') && !value.Contains((byte)'/')
            ? AccessField.UpstreamAddress
            : AccessFields.Named(name);

    // A quoted value, or a bare one up to a blank that does not belong to a list.
    private static Range Value(ReadOnlySpan<byte> line, ref int at)
    {
        var start = at;
        if (at < line.Length && line[at] == '"')
        {
            var close = line[(at + 1)..].IndexOf((byte)'"');
            at = close < 0 ? line.Length : at + close + 2;
            return (start + 1)..Math.Max(start + 1, close < 0 ? line.Length : at - 1);
        }

        while (at < line.Length && (line[at] != ' ' || line[at - 1] == ','))
        {
            at++;
        }

        return start..at;
    }
}
