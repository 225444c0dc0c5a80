using System.Text.RegularExpressions;

namespace Weir.Probing.Http;

/// <summary>
/// Hides what is secret before an exchange is shown, kept or sent on. Names and sizes stay: a cookie that is too large
/// is a cause, its content is not.
/// </summary>
internal static partial class Masking
{
    private const string SecretParameterName =
        "(token|secret|passw|pwd|credential|session|sig|jwt|auth|key|code)";

    /// <summary>The fields with secret values hidden; names, order and number are kept.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Fields(
        IReadOnlyList<KeyValuePair<string, string>> fields)
        => [.. fields.Select(field => KeyValuePair.Create(field.Key, Value(field.Key, field.Value)))];

    /// <summary>An address or a target with user information and secret parameters hidden.</summary>
    public static string Address(string address)
        => SecretParameter().Replace(
            UserInformation().Replace(address, found => Hidden(found.Value)),
            found => found.Groups["name"].Value + Hidden(found.Groups["value"].Value));

    private static string Value(string name, string value) => name.ToLowerInvariant() switch
    {
        "cookie" => string.Join("; ", value.Split("; ").Select(Pair)),
        "set-cookie" => SetCookie(value),
        "authorization" or "proxy-authorization" => Credentials(value),
        "location" or "content-location" or "referer" or "refresh" or "link" => Address(value),
        var other when SecretName().IsMatch(other) => Hidden(value),
        _ => value,
    };

    private static string SetCookie(string value)
    {
        var end = value.IndexOf(';', StringComparison.Ordinal);
        return end < 0 ? Pair(value) : Pair(value[..end]) + value[end..];
    }

    private static string Pair(string pair)
    {
        var equals = pair.IndexOf('=', StringComparison.Ordinal);
        return equals < 0 ? Hidden(pair) : pair[..(equals + 1)] + Hidden(pair[(equals + 1)..]);
    }

    private static string Credentials(string value)
    {
        var space = value.IndexOf(' ', StringComparison.Ordinal);
        return space < 0 ? Hidden(value) : value[..(space + 1)] + Hidden(value[(space + 1)..]);
    }

    private static string Hidden(string secret) => secret.Length == 0 ? secret : $"[hidden, {secret.Length} bytes]";

    [GeneratedRegex("token|secret|passw|credential|session|signature|jwt|csrf|xsrf|api-?key|access-?key|^x-auth")]
    private static partial Regex SecretName();

    [GeneratedRegex(
        "(?<name>[?&;#][^=&;#?]*" + SecretParameterName + "[^=&;#?]*=)(?<value>[^&;#>\"\\s]*)",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex SecretParameter();

    [GeneratedRegex("(?<=//)[^/?#@\\s]*(?=@)")]
    private static partial Regex UserInformation();
}
