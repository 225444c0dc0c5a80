using System.Text;

namespace Weir.Vocabulary;

/// <summary>Turns the names of closed enums into the spellings that people and programs read.</summary>
public static class Spelling
{
    /// <summary>The name in lower case with hyphens: <c>ConnectRefused</c> is <c>connect-refused</c>.</summary>
    public static string Kebab<T>(T value)
        where T : struct, Enum => Kebabs<T>.ByValue[value];

    /// <summary>The name in lower case with underscores: <c>DnsError</c> is <c>dns_error</c>.</summary>
    public static string Snake(ProxyError value) => Kebab(value).Replace('-', '_');

    /// <summary>The member that <paramref name="kebab"/> spells, or null where none does.</summary>
    public static T? FromKebab<T>(ReadOnlySpan<char> kebab)
        where T : struct, Enum
        => Kebabs<T>.ByName.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(kebab, out var value) ? value : null;

    private static string Hyphenate(string name)
    {
        var text = new StringBuilder(name.Length + 4);
        foreach (var letter in name)
        {
            if (char.IsAsciiLetterUpper(letter) && text.Length > 0)
            {
                text.Append('-');
            }

            text.Append(char.ToLowerInvariant(letter));
        }

        return text.ToString();
    }

    private static class Kebabs<T>
        where T : struct, Enum
    {
        public static readonly Dictionary<T, string> ByValue =
            Enum.GetValues<T>().ToDictionary(value => value, value => Hyphenate(value.ToString()));

        public static readonly Dictionary<string, T> ByName =
            ByValue.ToDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);
    }
}
