using System.Text;

namespace Weir.Configurations.Nginx;

/// <summary>
/// Splits a text into words as nginx does: quotes only at the beginning of a word, comments only between words, a
/// brace after <c>$</c> belongs to the word.
/// </summary>
internal sealed class NginxWords(string text, string file, ReadBudget budget)
{
    private int _at;

    /// <summary>The line of the next character, from 1.</summary>
    public int Line { get; private set; } = 1;

    /// <summary>Where that is.</summary>
    public SourceLine Here => new(file, Line);

    /// <summary>Reads words up to what ends them, which is consumed.</summary>
    public (List<string> Words, WordsEnd End, SourceLine At) Next()
    {
        var words = new List<string>();
        SourceLine? first = null;
        while (true)
        {
            SkipBlanks();
            first ??= Here;
            if (_at >= text.Length)
            {
                return (words, WordsEnd.End, first.Value);
            }

            switch (text[_at])
            {
                case ';':
                    _at++;
                    return (words, WordsEnd.Semicolon, first.Value);
                case '{':
                    _at++;
                    return (words, WordsEnd.Open, first.Value);
                case '}':
                    _at++;
                    return (words, WordsEnd.Close, first.Value);
                default:
                    words.Add(Word());
                    break;
            }
        }
    }

    /// <summary>Skips to behind the brace that closes a block of Lua; false when there is none.</summary>
    public bool SkipLua()
    {
        var end = LuaBlock.End(text, _at);
        Move(end ?? text.Length);
        return end is not null;
    }

    /// <summary>Skips everything that is left.</summary>
    public void SkipAll() => Move(text.Length);

    private void Move(int to)
    {
        Line += text.AsSpan(_at..to).Count('\n');
        _at = to;
    }

    private void SkipBlanks()
    {
        while (_at < text.Length && (IsBlank(text[_at]) || text[_at] == '#'))
        {
            var end = text[_at] == '#' ? text.IndexOf('\n', _at) : _at + 1;
            Move(end < 0 ? text.Length : end);
        }
    }

    private string Word()
    {
        var quote = text[_at] is '"' or '\'' ? text[_at] : (char?)null;
        var start = quote is null ? _at : _at + 1;
        var end = quote is { } mark ? QuotedEnd(start, mark) : PlainEnd(start);
        Move(quote is null ? end : Math.Min(end + 1, text.Length));
        if (quote is not null && _at < text.Length && !IsBlank(text[_at]) && text[_at] is not (';' or '{' or ')'))
        {
            budget.Report(ProblemKind.Syntax, $"unexpected \"{text[_at]}\"", Here);
        }

        return Unescape(text.AsSpan(start..end));
    }

    private int QuotedEnd(int at, char quote)
    {
        while (at < text.Length && text[at] != quote)
        {
            at += text[at] == '\\' ? 2 : 1;
        }

        return Math.Min(at, text.Length);
    }

    private int PlainEnd(int at)
    {
        for (var afterDollar = false; at < text.Length; at++)
        {
            var letter = text[at];
            if (IsBlank(letter) || letter == ';' || (letter == '{' && !afterDollar))
            {
                break;
            }

            at += letter == '\\' ? 1 : 0;
            afterDollar = letter == '$';
        }

        return Math.Min(at, text.Length);
    }

    private static bool IsBlank(char letter) => letter is ' ' or '\t' or '\r' or '\n';

    private static string Unescape(ReadOnlySpan<char> word)
    {
        if (!word.Contains('\\'))
        {
            return word.ToString();
        }

        var plain = new StringBuilder(word.Length);
        for (var at = 0; at < word.Length; at++)
        {
            var next = word[at] == '\\' && at + 1 < word.Length ? word[at + 1] : '\0';
            char? meant = next switch
            {
                '"' or '\'' or '\\' => next,
                't' => '\t',
                'r' => '\r',
                'n' => '\n',
                _ => null,
            };
            plain.Append(meant ?? word[at]);
            at += meant is null ? 0 : 1;
        }

        return plain.ToString();
    }
}
