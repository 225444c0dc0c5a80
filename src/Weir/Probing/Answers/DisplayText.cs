using System.Globalization;
using System.Text;

namespace Weir.Probing.Answers;

/// <summary>Reads a Display String (RFC 9651 section 4.2.10): UTF-8 in percent form between quotes.</summary>
internal static class DisplayText
{
    private const int Opening = 2; // the characters %"
    private const int Escape = 3; // a percent sign and two digits
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    public static BareItem? Read(ReadOnlySpan<char> text, out int length, out string error)
    {
        error = "a display string that does not end, or is not UTF-8 in lower-case percent form";
        var bytes = new List<byte>();
        for (length = Opening; length < text.Length; length++)
        {
            switch (text[length])
            {
                case '"':
                    length++;
                    return Decode(bytes) is { } value ? new(BareKind.DisplayString, value, 0) : null;
                case '%' when Hexadecimal(text[length..]) is { } one:
                    bytes.Add(one);
                    length += Escape - 1;
                    break;
                case '%' or < ' ' or > '~':
                    return null;
                default:
                    bytes.Add((byte)text[length]);
                    break;
            }
        }

        return null;
    }

    private static byte? Hexadecimal(ReadOnlySpan<char> text)
        => text.Length >= Escape && !text[1..Escape].ContainsAnyInRange('A', 'F')
            && byte.TryParse(text[1..Escape], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var one)
            ? one
            : null;

    private static string? Decode(List<byte> bytes)
    {
        try
        {
            return Strict.GetString(bytes.ToArray());
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
