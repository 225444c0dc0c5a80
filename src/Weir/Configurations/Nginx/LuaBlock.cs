namespace Weir.Configurations.Nginx;

/// <summary>
/// Finds the end of a block of Lua, whose braces, quotes and comments are Lua's own (Lua 5.1 manual section 2.1).
/// </summary>
internal static class LuaBlock
{
    /// <summary>The position behind the closing brace; null when there is none.</summary>
    /// <param name="text">The file.</param>
    /// <param name="at">The position behind the opening brace.</param>
    public static int? End(string text, int at)
    {
        for (var depth = 1; at < text.Length;)
        {
            switch (text[at])
            {
                case '{':
                    depth++;
                    break;
                case '}' when --depth == 0:
                    return at + 1;
            }

            at = Skip(text, at);
        }

        return null;
    }

    // The position behind what begins here: a comment, a string, or one character.
    private static int Skip(string text, int at) => text[at] switch
    {
        '-' when text.AsSpan(at).StartsWith("--") => Bracketed(text, at + 2) ?? LineEnd(text, at),
        '[' => Bracketed(text, at) ?? at + 1,
        '"' or '\'' => QuotedEnd(text, at),
        _ => at + 1,
    };

    // [[ … ]] or [==[ … ]==]; null when no such string begins here.
    private static int? Bracketed(string text, int at)
    {
        if (at >= text.Length || text[at] != '[')
        {
            return null;
        }

        var second = at + 1;
        while (second < text.Length && text[second] == '=')
        {
            second++;
        }

        if (second >= text.Length || text[second] != '[')
        {
            return null;
        }

        var close = "]" + new string('=', second - at - 1) + "]";
        var end = text.IndexOf(close, second, StringComparison.Ordinal);
        return end < 0 ? text.Length : end + close.Length;
    }

    private static int LineEnd(string text, int at)
    {
        var end = text.IndexOf('\n', at);
        return end < 0 ? text.Length : end;
    }

    private static int QuotedEnd(string text, int start)
    {
        var at = start + 1;
        while (at < text.Length && text[at] != text[start] && text[at] != '\n')
        {
            at += text[at] == '\\' ? 2 : 1;
        }

        return Math.Min(at + 1, text.Length);
    }
}
