using System.Text;

namespace Weir.Reports;

/// <summary>Hides what follows a secret's name by <c>=</c> or <c>:</c>.</summary>
internal static class NamedSecrets
{
    /// <summary>A longer name is none that anybody gave to a secret; it bounds the look back.</summary>
    private const int LongestName = 80;

    /// <summary>How many blanks may stand between name, sign and value.</summary>
    private const int MostBlanks = 4;

    private const string NamePunctuation = "_-.%[]";

    /// <summary>The text with every such value replaced by <see cref="SecretMask.Word"/>.</summary>
    public static string Mask(string text)
    {
        StringBuilder? masked = null;
        var copied = 0;
        for (var at = text.AsSpan().IndexOfAny('=', ':'); at >= 0; at = NextSign(text, Math.Max(at + 1, copied)))
        {
            if (ValueAfter(text, at, copied) is not { Start: var start, End: var end } || IsHarmless(text[start..end]))
            {
                continue;
            }

            (masked ??= new StringBuilder(text.Length)).Append(text, copied, start - copied).Append(SecretMask.Word);
            copied = end;
        }

        return masked is null ? text : masked.Append(text, copied, text.Length - copied).ToString();
    }

    private static int NextSign(string text, int from)
    {
        var next = text.AsSpan(from).IndexOfAny('=', ':');
        return next < 0 ? -1 : from + next;
    }

    // Nothing, the mask itself, or the three dots of our own advice ("--header 'Cookie: …'").
    private static bool IsHarmless(string value)
        => value.Trim('\'', '"', ' ') is "" or "…" or SecretMask.Word;

    private static (int Start, int End)? ValueAfter(string text, int sign, int from)
    {
        var nameEnd = sign;
        while (nameEnd > from && text[nameEnd - 1] is ' ' or '\t' && sign - nameEnd < MostBlanks)
        {
            nameEnd--;
        }

        var isQuoted = nameEnd > from && text[nameEnd - 1] is '"' or '\'';
        nameEnd -= isQuoted ? 1 : 0;
        var nameStart = nameEnd;
        while (nameStart > from && nameEnd - nameStart < LongestName && IsOfName(text[nameStart - 1]))
        {
            nameStart--;
        }

        var start = sign + 1;
        while (start < text.Length && text[start] is ' ' or '\t' && start - sign <= MostBlanks)
        {
            start++;
        }

        var before = nameStart > 0 ? text[nameStart - 1] : '\0';
        var name = text.AsSpan(nameStart, nameEnd - nameStart);
        var reach = ReachOf(name, text[sign], before, isQuoted, isSpaced: start > sign + 1);
        if (reach is SecretReach.None or SecretReach.QueryValue)
        {
            return null;
        }

        // A cookie may begin with a quote and go on behind it; only JSON and settings put the whole value in quotes.
        if ((isQuoted || reach == SecretReach.Word) && start < text.Length && text[start] is '"' or '\'')
        {
            return (start + 1, ClosingQuote(text, start));
        }

        var isArgument = !isQuoted && before is '"' or '\'';
        return reach == SecretReach.Word ? (start, EndOfWord(text, start))
            : isArgument ? (start, EndOfArgument(text, start, before))
            : (start, EndOfField(text, start));
    }

    private static SecretReach ReachOf(ReadOnlySpan<char> name, char sign, char before, bool isQuoted, bool isSpaced)
    {
        var reach = SecretName.Reach(name);
        return reach switch
        {
            SecretReach.QueryValue => sign == '=' && before is '?' or '&' or '#' ? SecretReach.Word : SecretReach.None,
            // "session-store:6379" is an address and "token-service: refused" a message; "password: x" is neither.
            SecretReach.Word when sign == ':' && !isQuoted => SecretName.CountsBeforeColon(name)
                && (isSpaced || !name.ContainsAny('.', '-')) ? SecretReach.Word : SecretReach.None,
            _ => reach,
        };
    }

    private static bool IsOfName(char letter) => char.IsAsciiLetterOrDigit(letter) || NamePunctuation.Contains(letter);

    // The quote that closes the one at "open"; a quote after a backslash does not.
    private static int ClosingQuote(string text, int open)
    {
        for (var i = open + 1; i < text.Length; i++)
        {
            if (text[i] == '\\')
            {
                i++;
            }
            else if (text[i] == text[open])
            {
                return i;
            }
        }

        return text.Length;
    }

    // --header 'Cookie: a=b' goes on after the quote. Several quotes may belong to the value: then all of it is hidden.
    private static int EndOfArgument(string text, int start, char quote)
    {
        var end = EndOfField(text, start);
        var field = text.AsSpan(start, end - start);
        var at = field.IndexOf(quote);
        var isLast = at == field.Length - 1 || (at >= 0 && field[at + 1] is ' ' or ')' or '`');
        return isLast && field.Count(quote) == 1 ? start + at : end;
    }

    // Obsolete line folding (RFC 9112 section 5.2): a line that begins with a blank belongs to the one before.
    private static int EndOfField(string text, int start)
    {
        for (var i = start; i < text.Length; i++)
        {
            if (text[i] == '\n' && (i + 1 == text.Length || text[i + 1] is not (' ' or '\t')))
            {
                return i > start && text[i - 1] == '\r' ? i - 1 : i;
            }
        }

        return text.Length;
    }

    private static int EndOfWord(string text, int start)
    {
        var end = start;
        while (end < text.Length && text[end] is not ('&' or '"' or '<' or '>' or '`') && text[end] > ' ')
        {
            end++;
        }

        return end;
    }
}
