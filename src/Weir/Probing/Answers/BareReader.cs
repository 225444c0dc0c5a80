using System.Buffers;
using System.Globalization;

namespace Weir.Probing.Answers;

/// <summary>Reads one bare item at the begin of a text (RFC 9651 section 4.2.3.1).</summary>
internal static class BareReader
{
    private const int IntegerDigits = 15;
    private const int WholeDigits = 12;
    private const int FractionDigits = 3;

    private static readonly SearchValues<char> TokenLetters = SearchValues.Create(
        "!#$%&'*+-.^_`|~:/0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    /// <summary>The item and how many characters it took; null with the reason.</summary>
    public static BareItem? Read(ReadOnlySpan<char> text, out int length, out string error)
    {
        length = 0;
        error = "no value";
        return text switch
        {
            ['-' or (>= '0' and <= '9'), ..] => Number(text, out length, out error),
            ['"', ..] => String(text, out length, out error),
            ['*' or (>= 'A' and <= 'Z') or (>= 'a' and <= 'z'), ..] => Token(text, out length),
            [':', ..] => Bytes(text, out length, out error),
            ['?', '0' or '1', ..] => Boolean(text[1], out length),
            ['@', ..] => Date(text, out length, out error),
            ['%', '"', ..] => DisplayText.Read(text, out length, out error),
            _ => null,
        };
    }

    private static BareItem? Number(ReadOnlySpan<char> text, out int length, out string error)
    {
        error = "a number that is too long or incomplete";
        var sign = text[0] == '-' ? 1 : 0;
        var whole = Digits(text[sign..]);
        length = sign + whole;
        if (whole == 0)
        {
            return null;
        }

        if (text[length..] is not ['.', ..])
        {
            return whole > IntegerDigits ? null : Integer(text[..length]);
        }

        var fraction = Digits(text[(length + 1)..]);
        length += 1 + fraction;
        return whole > WholeDigits || fraction is 0 or > FractionDigits
            ? null
            : new(BareKind.Decimal, text[..length].ToString(), 0);
    }

    private static BareItem? Date(ReadOnlySpan<char> text, out int length, out string error)
    {
        length = 0;
        error = "a date without its seconds";
        if (text[1..] is not ['-' or (>= '0' and <= '9'), ..]
            || Number(text[1..], out var digits, out error) is not { Kind: BareKind.Integer } number)
        {
            return null;
        }

        length = 1 + digits;
        return number with { Kind = BareKind.Date };
    }

    private static BareItem? String(ReadOnlySpan<char> text, out int length, out string error)
    {
        error = "a string that does not end, or has a character that it may not have";
        var value = new System.Text.StringBuilder();
        for (length = 1; length < text.Length; length++)
        {
            switch (text[length])
            {
                case '"':
                    length++;
                    return new(BareKind.String, value.ToString(), 0);
                case '\\' when length + 1 < text.Length && text[length + 1] is '"' or '\\':
                    value.Append(text[++length]);
                    break;
                case '\\' or < ' ' or > '~':
                    return null;
                default:
                    value.Append(text[length]);
                    break;
            }
        }

        return null;
    }

    private static BareItem Token(ReadOnlySpan<char> text, out int length)
    {
        length = text.IndexOfAnyExcept(TokenLetters);
        length = length < 0 ? text.Length : length;
        return new(BareKind.Token, text[..length].ToString(), 0);
    }

    private static BareItem? Bytes(ReadOnlySpan<char> text, out int length, out string error)
    {
        error = "a byte sequence that is not base64 between colons";
        var end = text[1..].IndexOf(':');
        length = end + 2;
        if (end < 0)
        {
            return null;
        }

        var base64 = text.Slice(1, end);
        return System.Buffers.Text.Base64.IsValid(base64) && !base64.ContainsAny(" \t\r\n")
            ? new(BareKind.Bytes, base64.ToString(), 0)
            : null;
    }

    private static BareItem Boolean(char digit, out int length)
    {
        length = 2;
        return digit == '1' ? BareItem.True : new(BareKind.Boolean, "0", 0);
    }

    private static BareItem Integer(ReadOnlySpan<char> digits) => new(
        BareKind.Integer, digits.ToString(),
        long.Parse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture));

    private static int Digits(ReadOnlySpan<char> text)
    {
        var length = text.IndexOfAnyExceptInRange('0', '9');
        return length < 0 ? text.Length : length;
    }
}
