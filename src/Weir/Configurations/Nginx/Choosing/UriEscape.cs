using System.Buffers;
using System.Text;

namespace Weir.Configurations.Nginx.Choosing;

/// <summary>Escapes as nginx does (since 1.21.1) when it makes a path or query of decoded text.</summary>
internal static class UriEscape
{
    private const string Never = "\"<>\\^`{|}";

    private static readonly SearchValues<char> InPath = SearchValues.Create(Never + " #%?");
    private static readonly SearchValues<char> InQuery = SearchValues.Create(Never + " #%&+;?");

    /// <summary>A path.</summary>
    public static string Path(string text) => Escape(text, InPath);

    /// <summary>A value in a query.</summary>
    public static string Query(string text) => Escape(text, InQuery);

    private static string Escape(string text, SearchValues<char> special)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var value in Encoding.UTF8.GetBytes(text))
        {
            if (value is < 0x20 or >= 0x7F || special.Contains((char)value))
            {
                escaped.Append('%').Append(value.ToString("X2"));
            }
            else
            {
                escaped.Append((char)value);
            }
        }

        return escaped.ToString();
    }
}
