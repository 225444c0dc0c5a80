using System.Collections.Frozen;

namespace Weir.Reports;

/// <summary>Tells from a name whether what follows it is a secret, and how far that reaches.</summary>
internal static class SecretName
{
    // A name that holds one of these, in any case, holds a secret when a value follows it by "=".
    private static readonly string[] Parts =
    [
        "token", "passw", "pwd", "passphrase", "secret", "sessionid", "session_id", "session-id", "sessid",
        "credential", "apikey", "jwt", "csrf", "xsrf", "bearer", "cookies",
    ];

    // Too short or too common to be looked for inside of other words: they count as the last word of a name.
    private static readonly FrozenSet<string> LastWords =
        FrozenSet.ToFrozenSet(["key", "sig", "signature", "session", "sid", "pass", "auth", "otp", "hmac"]);

    // After ": " prose and host names stand as well, so only names that end with one of these count there.
    private static readonly FrozenSet<string> LastWordsBeforeColon = FrozenSet.ToFrozenSet(
        ["token", "password", "passwd", "pwd", "passphrase", "secret", "apikey", "sessionid", "sessid", "jwt"]);

    /// <summary>What <paramref name="name"/>, percent-encoded or not, says of the value that follows it.</summary>
    public static SecretReach Reach(ReadOnlySpan<char> name)
    {
        var plain = name.Contains('%') ? Uri.UnescapeDataString(name.ToString()) : name.ToString();
        var small = plain.ToLowerInvariant();
        if (IsHeader(small))
        {
            return SecretReach.Line;
        }

        return Array.Exists(Parts, part => small.Contains(part, StringComparison.Ordinal))
            || LastWords.Contains(LastWord(plain))
            ? SecretReach.Word
            : small == "code" ? SecretReach.QueryValue : SecretReach.None;
    }

    /// <summary>Whether <paramref name="name"/> names a secret even where only a colon follows it.</summary>
    public static bool CountsBeforeColon(ReadOnlySpan<char> name)
    {
        var last = LastWord(name);
        return LastWordsBeforeColon.Contains(last)
            || (last == "key" && Reach(name) == SecretReach.Word && name.Length > last.Length);
    }

    // Cookie, Set-Cookie, Authorization, Proxy-Authorization, HTTP_COOKIE of CGI, X-Api-Key, X-Auth-Token …
    private static bool IsHeader(string name)
        => name.EndsWith("cookie", StringComparison.Ordinal) || name is "cookie2" or "set-cookie2"
            || name.EndsWith("authorization", StringComparison.Ordinal)
            || (name.StartsWith("x-", StringComparison.Ordinal)
                && (LastWords.Contains(LastWord(name)) || Array.Exists(Parts, part => name.Contains(part))));

    // "Key" of "accessKey", "key" of "api_key" and of "user[key]", in lower case.
    private static string LastWord(ReadOnlySpan<char> name)
    {
        name = name.TrimEnd("]-_.");
        var start = name.LastIndexOfAny("-_.[") + 1;
        for (var i = name.Length - 1; i > start; i--)
        {
            if (char.IsAsciiLetterUpper(name[i]) && char.IsAsciiLetterLower(name[i - 1]))
            {
                start = i;
                break;
            }
        }

        return name[start..].ToString().ToLowerInvariant();
    }
}
