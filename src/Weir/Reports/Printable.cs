using System.Globalization;
using System.Text;

namespace Weir.Reports;

/// <summary>
/// Makes text safe to print: what would move the cursor, change a colour, hide or reorder letters is shown by its
/// number instead. Line ends are such characters too: who wants several lines splits before.
/// </summary>
internal static class Printable
{
    /// <summary>The text with every unprintable character as <c>\xNN</c>, or <c>\uNNNN</c> above 255.</summary>
    public static string Of(string text)
    {
        var first = 0;
        while (first < text.Length && text[first] is >= ' ' and < '\x7f')
        {
            first++;
        }

        return first == text.Length ? text : Rewrite(text, first);
    }

    /// <summary>The same in ASCII only, for outputs that are not UTF-8.</summary>
    public static string InAscii(string text)
    {
        var safe = Of(text);
        if (Ascii.IsValid(safe))
        {
            return safe;
        }

        var ascii = new StringBuilder(safe.Length);
        foreach (var rune in safe.EnumerateRunes())
        {
            ascii.Append(rune.IsAscii ? ((char)rune.Value).ToString() : AsciiFor(rune));
        }

        return ascii.ToString();
    }

    private static string Rewrite(string text, int first)
    {
        var safe = new StringBuilder(text.Length + 8).Append(text, 0, first);
        for (var i = first; i < text.Length;)
        {
            // A lone surrogate is not a rune; it is shown by its own number.
            if (!Rune.TryGetRuneAt(text, i, out var rune))
            {
                safe.Append(Number(text[i++]));
                continue;
            }

            safe.Append(IsPrintable(rune) ? rune.ToString() : Number(rune.Value));
            i += rune.Utf16SequenceLength;
        }

        return safe.ToString();
    }

    // Format characters hold the bidirectional overrides and the zero-width letters.
    private static bool IsPrintable(Rune rune) => Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
        or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);

    private static string Number(int code) => code <= 0xff ? $"\\x{code:X2}" : $"\\u{code:X4}";

    private static string AsciiFor(Rune rune) => rune.Value switch
    {
        '…' => "...",
        '–' or '—' or '─' or '‑' => "-",
        '·' or '•' => "-",
        '’' or '‘' => "'",
        '“' or '”' => "\"",
        '→' => "->",
        '×' => "x",
        'µ' => "u",
        '≥' => ">=",
        '≤' => "<=",
        '\u00a0' => " ",
        var code => Number(code),
    };
}
