using System.Text;

namespace Weir.Probing.Tls;

/// <summary>
/// Makes what a peer sent safe to print: no control characters, no escape sequences, a limited length.
/// </summary>
internal static class Printable
{
    /// <summary>The text, cut at <paramref name="limit"/> characters, each control character as a dot.</summary>
    public static string Text(string text, int limit)
        => Replace(text.AsSpan(0, Math.Min(text.Length, limit)), letter => char.IsControl(letter) || IsBidi(letter));

    /// <summary>The bytes as ASCII, every other byte as a dot.</summary>
    public static string Bytes(ReadOnlySpan<byte> bytes)
        => Replace(Encoding.Latin1.GetString(bytes), letter => letter is < ' ' or > '~');

    // Direction overrides make a name read as another.
    private static bool IsBidi(char letter) => letter is (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069');

    private static string Replace(ReadOnlySpan<char> text, Func<char, bool> bad)
    {
        var safe = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            safe.Append(bad(letter) ? '.' : letter);
        }

        return safe.ToString();
    }
}
