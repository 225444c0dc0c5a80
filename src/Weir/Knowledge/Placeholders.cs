using System.Text.RegularExpressions;

namespace Weir.Knowledge;

/// <summary>
/// The closed list of names that texts of the knowledge may hold in braces. Where the value is not known the name in
/// capitals stands in its place, as in any manual.
/// </summary>
public static partial class Placeholders
{
    /// <summary>The URL that was asked for.</summary>
    public const string Site = "site";

    /// <summary>The host at the far end of the failing hop.</summary>
    public const string Host = "host";

    /// <summary>The port at the far end of the failing hop.</summary>
    public const string Port = "port";

    /// <summary>Host and port (or socket path) at the far end of the failing hop.</summary>
    public const string Endpoint = "endpoint";

    /// <summary>The name in the URL.</summary>
    public const string Name = "name";

    /// <summary>Every placeholder.</summary>
    public static IReadOnlyList<string> All { get; } = [Site, Host, Port, Endpoint, Name];

    /// <summary>The first name in braces in <paramref name="text"/> that is none of ours, or null.</summary>
    public static string? FirstUnknown(string text)
        => Braces().Matches(text).Select(match => match.Groups[1].Value).FirstOrDefault(name => !All.Contains(name));

    /// <summary>Puts <paramref name="values"/> in the place of the names.</summary>
    public static string Fill(string text, IReadOnlyDictionary<string, string> values)
        => text.Contains('{')
            ? Braces().Replace(text, match => values.GetValueOrDefault(match.Groups[1].Value)
                ?? match.Groups[1].Value.ToUpperInvariant())
            : text;

    // Only a lone lower-case word in single braces is a placeholder: shell and curl use others, such as %{http_code}.
    [GeneratedRegex(@"(?<![%$\{])\{([a-z]+)\}(?!\})")]
    private static partial Regex Braces();
}
