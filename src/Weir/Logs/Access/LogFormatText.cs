using System.Text;

namespace Weir.Logs.Access;

/// <summary>
/// The directive <c>log_format NAME [escape=default|json|none] STRING…;</c>: its strings are joined without anything
/// between them.
/// </summary>
internal static class LogFormatText
{
    private const string Directive = "log_format";
    private const string EscapeKey = "escape=";

    /// <summary>The format's text and escape. What is no directive is taken as the text itself.</summary>
    /// <exception cref="FormatException">The directive is incomplete, or has an unknown escape.</exception>
    public static (string Text, LogEscape Escape) Read(string given)
    {
        var text = given.Trim();
        if (!text.StartsWith(Directive, StringComparison.Ordinal))
        {
            return (given, text.StartsWith('{') ? LogEscape.Json : LogEscape.Default);
        }

        var tokens = Tokens(text[Directive.Length..].TrimEnd(';'));
        var escape = LogEscape.Default;
        var format = new StringBuilder();
        foreach (var token in tokens.Skip(1))
        {
            if (format.Length == 0 && token.StartsWith(EscapeKey, StringComparison.Ordinal))
            {
                escape = EscapeOf(token[EscapeKey.Length..]);
            }
            else
            {
                format.Append(token);
            }
        }

        return format.Length > 0 ? (format.ToString(), escape)
            : throw new FormatException("This log_format has a name and no text.");
    }

    private static LogEscape EscapeOf(string name) => name switch
    {
        "default" => LogEscape.Default,
        "json" => LogEscape.Json,
        "none" => LogEscape.None,
        _ => throw new FormatException($"\"{name}\" is no escape of log_format. Known: default, json, none."),
    };

    // nginx's own words: quoted with either quote, or bare up to a blank; a backslash takes the next quote literally.
    private static IEnumerable<string> Tokens(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }

            var quote = text[at] is '"' or '\'' ? text[at++] : '\0';
            var token = new StringBuilder();
            for (; at < text.Length && !Ends(text[at], quote); at++)
            {
                at += text[at] == '\\' && at + 1 < text.Length && text[at + 1] is '"' or '\'' or '\\' ? 1 : 0;
                token.Append(text[at]);
            }

            at += quote == '\0' ? 0 : 1;
            yield return token.ToString();
        }
    }

    private static bool Ends(char letter, char quote) => quote == '\0' ? char.IsWhiteSpace(letter) : letter == quote;
}
