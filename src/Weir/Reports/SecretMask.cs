using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Weir.Reports;

/// <summary>
/// Takes secrets out of text: values of cookies and credentials in header fields, of secret-looking names in URLs
/// and settings, user names and passwords in URLs, bearer tokens, JSON Web Tokens, private keys. It rather hides a
/// harmless word than shows a secret one. Applying it twice changes nothing.
/// </summary>
/// <remarks>
/// Not hidden, since nothing tells them from ordinary words: a secret in the path of a URL, and one in a sentence
/// without a name before it.
/// </remarks>
public static partial class SecretMask
{
    /// <summary>What stands in the place of a secret: plain letters, so that URLs and Markdown stay valid.</summary>
    public const string Word = "MASKED";

    private const string KeyBegins = "-----BEGIN ";

    /// <summary>The text without its secrets. Takes time in proportion to the text's length.</summary>
    public static string Apply(string text)
    {
        if (text.Length == 0)
        {
            return text;
        }

        var result = text.Contains(KeyBegins, StringComparison.Ordinal) ? PrivateKey().Replace(text, Word) : text;
        result = NamedSecrets.Mask(result);
        result = Scheme().Replace(result, $"$1$2 {Word}");
        result = UserInfo.Mask(result);
        return Token().Replace(result, Word);
    }

    /// <summary>The same for a text of which only the first <paramref name="longest"/> characters are wanted.</summary>
    // Cut first: what the cut leaves of a secret still begins with the name or mark that hides it.
    public static string Apply(string text, int longest)
        => text.Length <= longest ? Apply(text) : Apply(text[..longest]) + "…";

    /// <summary>A copy of <paramref name="node"/> without secrets, neither in its texts nor behind its names.</summary>
    /// <param name="node">Any JSON.</param>
    /// <param name="longest">How many characters of each text are kept.</param>
    public static JsonObject Apply(JsonObject node, int longest) => CopyMembers(node, isSecret: false, longest);

    private static JsonNode? Copy(JsonNode? node, bool isSecret, int longest) => node switch
    {
        JsonObject members => CopyMembers(members, isSecret, longest),
        JsonArray items => new JsonArray([.. items.Select(item => Copy(item, isSecret, longest))]),
        JsonValue value => CopyValue(value, isSecret, longest),
        _ => null,
    };

    private static JsonObject CopyMembers(JsonObject members, bool isSecret, int longest)
    {
        // A list of header fields is often written as { "name": …, "value": … }.
        var named = members["name"] is JsonValue name && name.TryGetValue<string>(out var text) && IsSecret(text);
        var copy = new JsonObject();
        foreach (var (key, value) in members)
        {
            copy[Apply(key, longest)] = Copy(value, isSecret || IsSecret(key) || (named && key == "value"), longest);
        }

        return copy;
    }

    // Numbers and truth values stay: they count or measure, and a report is poor without them.
    private static JsonValue CopyValue(JsonValue value, bool isSecret, int longest)
        => value.TryGetValue<string>(out var text)
            ? JsonValue.Create(isSecret && text.Length > 0 ? Word : Apply(text, longest))
            : (JsonValue)value.DeepClone();

    private static bool IsSecret(string name) => SecretName.Reach(name) is SecretReach.Word or SecretReach.Line;

    // Ends at its END line, or where the text ends, so that half a key is hidden too.
    [GeneratedRegex(
        @"-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----(?>(?:(?!-----END).)*)(?:-----END[A-Z0-9 ]{0,60}-----)?",
        RegexOptions.Singleline)]
    private static partial Regex PrivateKey();

    // "Basic" is an ordinary word too: what follows must look like base64, not like a lower-case word or a challenge.
    [GeneratedRegex(@"((?i:Bearer))[ \t]{1,4}(?!MASKED\b)[A-Za-z0-9._~+/=-]{6,}"
        + @"|((?i:\b(?:Basic|Negotiate|NTLM)))[ \t]{1,4}(?!MASKED\b|realm)"
        + @"(?=[a-z]{0,200}[A-Z0-9+/=])[A-Za-z0-9+/=]{6,}")]
    private static partial Regex Scheme();

    // A JSON Web Token (RFC 7519) begins with base64 of {" ; the others are the prefixes of well-known services.
    [GeneratedRegex(@"eyJ[A-Za-z0-9_-]{6,}(?:\.[A-Za-z0-9_-]*)*"
        + @"|\b(?:gh[oprsu]_|github_pat_|glpat-|xox[abeprs]-|[rs]k_(?:live|test)_|AKIA|ASIA)[A-Za-z0-9_-]{10,}")]
    private static partial Regex Token();
}
