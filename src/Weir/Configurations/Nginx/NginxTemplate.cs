namespace Weir.Configurations.Nginx;

/// <summary>A piece of a text with variables.</summary>
/// <param name="Text">Plain text, or the variable's name without the dollar; a digit names a capture.</param>
/// <param name="IsVariable">It is a variable.</param>
internal readonly record struct NginxTemplate(string Text, bool IsVariable)
{
    /// <summary>Splits a text at its variables, as nginx does in complex values.</summary>
    public static IEnumerable<NginxTemplate> Parse(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            var dollar = text.IndexOf('$', at);
            if (dollar != at)
            {
                var end = dollar < 0 ? text.Length : dollar;
                yield return new(text[at..end], false);
                at = end;
                continue;
            }

            var (name, length) = NameAt(text, at + 1);
            yield return name.Length == 0 ? new("$", false) : new(name, true);
            at += 1 + length;
        }
    }

    // The name behind a dollar and how much of the text it takes; an empty name for a dollar on its own.
    private static (string Name, int Length) NameAt(string text, int at)
    {
        if (at < text.Length && text[at] is >= '1' and <= '9')
        {
            return (text[at..(at + 1)], 1);
        }

        var braced = at < text.Length && text[at] == '{';
        var start = braced ? at + 1 : at;
        var end = start;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] == '_'))
        {
            end++;
        }

        return !braced ? (text[start..end], end - at)
            : end < text.Length && text[end] == '}' ? (text[start..end], end - at + 1)
            : ("", 0);
    }
}
