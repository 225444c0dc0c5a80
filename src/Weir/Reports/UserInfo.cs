using System.Buffers;
using System.Text;

namespace Weir.Reports;

/// <summary>Hides user names and passwords before the host of a URL (RFC 3986 section 3.2.1).</summary>
internal static class UserInfo
{
    private static readonly SearchValues<char> AfterAuthority = SearchValues.Create("/?#\\\"<>` \t\r\n");
    private static readonly string[] Addresses = ["mailto", "sip", "sips", "xmpp", "acct"];

    /// <summary>The text with <c>//user:password@</c> and <c>user:password@host</c> hidden.</summary>
    public static string Mask(string text)
    {
        if (!text.Contains('@'))
        {
            return text;
        }

        var masked = new StringBuilder(text.Length);
        for (var start = 0; start < text.Length;)
        {
            var length = text.AsSpan(start).IndexOfAny(AfterAuthority);
            var end = length < 0 ? text.Length : start + length;
            AppendWord(masked, text.AsSpan(start, end - start), IsAuthority(text, start));
            if (end < text.Length)
            {
                masked.Append(text[end]);
            }

            start = end + 1;
        }

        return masked.ToString();
    }

    private static bool IsAuthority(string text, int start)
        => start >= 2 && text[start - 1] == '/' && text[start - 2] == '/';

    // People write "p@ss" unescaped, so the last @ is the one before the host.
    private static void AppendWord(StringBuilder masked, ReadOnlySpan<char> word, bool isAuthority)
    {
        var at = word.LastIndexOf('@');
        var colon = at > 0 ? word[..at].IndexOf(':') : -1;
        var isSecret = at > 0 && at + 1 < word.Length && (isAuthority || (colon >= 0 && !IsAddress(word[..colon])));
        if (isSecret)
        {
            masked.Append(SecretMask.Word).Append(word[at..]);
        }
        else
        {
            masked.Append(word);
        }
    }

    private static bool IsAddress(ReadOnlySpan<char> scheme)
    {
        foreach (var each in Addresses)
        {
            if (scheme.EndsWith(each, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
