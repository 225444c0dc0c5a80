using System.Text;

namespace Weir.Configurations.Nginx;

/// <summary>An expression of PCRE in the platform's syntax.</summary>
/// <param name="Pattern">The expression. Named groups are plain ones: PCRE counts both in one order, .NET does not.
/// </param>
/// <param name="Names">The names that the groups had, and their numbers.</param>
internal sealed record PcreSyntax(string Pattern, IReadOnlyDictionary<string, int> Names)
{
    // What stands inside [: and :] (POSIX.1 section 9.3.5), for ASCII as nginx compares.
    private static readonly Dictionary<string, string> Classes = new()
    {
        ["alnum"] = "a-zA-Z0-9",
        ["alpha"] = "a-zA-Z",
        ["digit"] = "0-9",
        ["lower"] = "a-z",
        ["upper"] = "A-Z",
        ["xdigit"] = "0-9a-fA-F",
        ["space"] = @"\s",
        ["word"] = "a-zA-Z0-9_",
    };

    /// <summary>Translates what is common; what it does not know is left, and the platform refuses it.</summary>
    public static PcreSyntax Translate(string pattern)
    {
        var (text, names, groups) = (new StringBuilder(pattern.Length), new Dictionary<string, int>(), 0);
        for (var at = 0; at < pattern.Length;)
        {
            var length = pattern[at] switch
            {
                '\\' => Escape(pattern, at, text),
                '[' => Class(pattern, at, text),
                '(' => Group(pattern, at, text, names, ref groups),
                var letter => Plain(letter, text),
            };
            at += length;
        }

        return new(text.ToString(), names);
    }

    private static int Plain(char letter, StringBuilder text)
    {
        text.Append(letter);
        return 1;
    }

    private static int Escape(string pattern, int at, StringBuilder text)
    {
        var next = at + 1 < pattern.Length ? pattern[at + 1] : '\0';
        text.Append(next switch
        {
            '\0' => "\\",
            'h' => @"[ \t]",
            'd' => "[0-9]", // only ASCII digits
            '_' or '"' or '\'' or '%' or '&' or '@' or '<' or '>' or '~' => next.ToString(),
            _ => $"\\{next}",
        });
        return 2;
    }

    private static int Class(string pattern, int at, StringBuilder text)
    {
        var end = at + 1;
        text.Append('[');
        if (end < pattern.Length && pattern[end] == '^')
        {
            text.Append(pattern[end++]);
        }

        for (var first = end; end < pattern.Length && (pattern[end] != ']' || end == first);)
        {
            if (pattern[end] == '[' && NamedClass(pattern, end) is var (inside, length))
            {
                text.Append(inside);
                end += length;
            }
            else if (pattern[end] == '\\' && end + 1 < pattern.Length)
            {
                text.Append(pattern[end + 1] == '_' ? "_" : pattern[end..(end + 2)]);
                end += 2;
            }
            else
            {
                text.Append(pattern[end] is '[' or ']' ? $"\\{pattern[end]}" : pattern[end].ToString());
                end++;
            }
        }

        text.Append(end < pattern.Length ? "]" : "");
        return Math.Min(end + 1, pattern.Length) - at;
    }

    private static (string Inside, int Length)? NamedClass(string pattern, int at)
    {
        var end = pattern.IndexOf(":]", at, StringComparison.Ordinal);
        return pattern.AsSpan(at).StartsWith("[:") && end > 0
            && Classes.TryGetValue(pattern[(at + 2)..end], out var inside)
                ? (inside, end + 2 - at)
                : null;
    }

    private static int Group(
        string pattern, int at, StringBuilder text, Dictionary<string, int> names, ref int groups)
    {
        var rest = pattern.AsSpan(at);
        if (!rest.StartsWith("(?"))
        {
            groups += rest.StartsWith("(*") ? 0 : 1;
            return Plain('(', text);
        }

        var start = rest.StartsWith("(?P<") ? 4 : rest.StartsWith("(?<") || rest.StartsWith("(?'") ? 3 : 0;
        var end = start == 0 ? -1 : rest[start..].IndexOfAny('>', '\'');
        if (end <= 0 || rest[start] is '=' or '!')
        {
            return Plain('(', text); // a look around or an option: no group of its own
        }

        names[rest.Slice(start, end).ToString()] = ++groups;
        text.Append('(');
        return start + end + 1;
    }
}
