using System.Globalization;

namespace Weir.Configurations.Nginx;

/// <summary>Values as nginx writes them.</summary>
internal static class NginxValue
{
    /// <summary>Bytes: <c>4096</c>, <c>4k</c>, <c>1m</c>, <c>1g</c>; null when it is none.</summary>
    public static long? Size(string text)
    {
        if (text.Length == 0)
        {
            return null;
        }

        var (digits, unit) = char.ToLowerInvariant(text[^1]) switch
        {
            'k' => (text[..^1], 1024L),
            'm' => (text[..^1], 1024L * 1024),
            'g' => (text[..^1], 1024L * 1024 * 1024),
            _ => (text, 1L),
        };
        return Number(digits) is { } number && number <= long.MaxValue / unit ? number * unit : null;
    }

    /// <summary>A time: <c>60</c> (seconds), <c>500ms</c>, <c>1m30s</c>, <c>1h</c>, <c>1d</c>; null when it is none.
    /// </summary>
    public static TimeSpan? Time(string text)
    {
        var total = 0.0;
        for (var at = 0; at < text.Length;)
        {
            at += text[at..].Length - text[at..].TrimStart(' ').Length; // "1h 30m"
            var end = at;
            while (end < text.Length && char.IsAsciiDigit(text[end]))
            {
                end++;
            }

            if (Number(text[at..end]) is not { } number || Unit(text.AsSpan(end)) is not { Length: >= 0 } unit)
            {
                return null;
            }

            (total, at) = (total + number * unit.Seconds, end + unit.Length);
        }

        return text.Length == 0 || total > TimeSpan.MaxValue.TotalSeconds / 2 ? null : TimeSpan.FromSeconds(total);
    }

    /// <summary>A whole number without a sign; null when it is none.</summary>
    public static long? Number(string text)
        => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>A number that fits an int; null when it does not.</summary>
    public static int? Count(string text) => Number(text) is { } number and <= int.MaxValue ? (int)number : null;

    /// <summary>The value of <c>name=value</c> among arguments; null when there is none.</summary>
    public static string? Parameter(IEnumerable<string> arguments, string name)
        => arguments
            .FirstOrDefault(each => each.StartsWith(name + "=", StringComparison.Ordinal))?[(name.Length + 1)..];

    /// <summary>Names of variables in a text, without the dollar: <c>$name</c> and <c>${name}</c>.</summary>
    public static IReadOnlyList<string> Variables(string text)
        => [.. NginxTemplate.Parse(text).Where(part => part.IsVariable).Select(part => part.Text).Distinct()];

    // Seconds of the unit, and its length in the text; a number without one is seconds. Length -1 for no unit.
    private static (double Seconds, int Length) Unit(ReadOnlySpan<char> rest)
    {
        const double day = 24 * 60 * 60;
        return rest switch
        {
            [] or [' ', ..] => (1, 0),
            ['m', 's', ..] => (0.001, 2),
            ['s', ..] => (1, 1),
            ['m', ..] => (60, 1),
            ['h', ..] => (60 * 60, 1),
            ['d', ..] => (day, 1),
            ['w', ..] => (7 * day, 1),
            ['M', ..] => (30 * day, 1),
            ['y', ..] => (365 * day, 1),
            _ => (0, -1),
        };
    }
}
