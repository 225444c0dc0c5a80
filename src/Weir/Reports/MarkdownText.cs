using System.Text;

namespace Weir.Reports;

/// <summary>
/// Writes untrusted text into Markdown (CommonMark with GitHub's tables) so that it stays text: no heading, link,
/// HTML, table cell or line of its own can come out of it.
/// </summary>
internal static class MarkdownText
{
    private const string Specials = "\\`*_[]<>#~!&@{}";

    /// <summary>The text as plain words, in one line.</summary>
    public static string Plain(string text)
    {
        var safe = Printable.Of(text);
        var escaped = new StringBuilder(safe.Length + 8);
        for (var i = 0; i < safe.Length; i++)
        {
            // A table splits at a pipe even behind a backslash pair; a character reference is never split.
            escaped.Append(safe[i] == '|' ? "&#124;" : NeedsBackslash(safe, i) ? $"\\{safe[i]}" : safe[i].ToString());
        }

        return escaped.ToString().Trim();
    }

    /// <summary>The text with what stands between backticks as code, and everything else as plain words.</summary>
    public static string Prose(string text)
    {
        var parts = text.Split('`');
        return parts.Length % 2 == 0
            ? Plain(text)
            : string.Concat(parts.Select((part, index) => index % 2 == 0 ? Spaced(part) : Code(part)));
    }

    /// <summary>The text as code, whatever backticks and pipes it holds.</summary>
    public static string Code(string text)
    {
        var safe = Printable.Of(text);
        if (safe.Trim().Length == 0)
        {
            return "";
        }

        return safe.Contains('|') || safe.Contains('`') ? Plain(safe) : $"`{safe}`";
    }

    // Plain() trims, and the blanks around a piece of code are wanted.
    private static string Spaced(string text)
        => (text.StartsWith(' ') ? " " : "") + Plain(text) + (text.EndsWith(' ') && text.Length > 1 ? " " : "");

    private static bool NeedsBackslash(string text, int at) => text[at] switch
    {
        // At the start of a line these make lists, rules and underlines.
        '-' or '+' or '=' => at == 0,
        // So does a number with one of these, and "http://" and "www." become links by themselves.
        '.' or ')' => (at > 0 && text.AsSpan(0, at).IndexOfAnyExceptInRange('0', '9') < 0)
            || text.AsSpan(0, at).EndsWith("www", StringComparison.OrdinalIgnoreCase),
        ':' => text.AsSpan(at).StartsWith("://"),
        var letter => Specials.Contains(letter),
    };
}
