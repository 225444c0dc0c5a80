using System.Globalization;

namespace Weir.Reports;

/// <summary>Durations with a unit, as people write them: <c>250ms</c>, <c>5s</c>, <c>15m</c>, <c>2h</c>.</summary>
public static class Durations
{
    /// <summary>A year: whatever is longer was not meant.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(366);

    private const string Example = "Write for example 250ms, 5s, 15m, 2h or 1d.";

    /// <summary>Reads a number and its unit: ms, s, m, h or d. Fractions are allowed, signs are not.</summary>
    /// <param name="text">What a person wrote.</param>
    /// <param name="duration">The duration; zero where it cannot be read.</param>
    /// <param name="problem">What is wrong and how to write it; empty where nothing is.</param>
    public static bool TryParse(string text, out TimeSpan duration, out string problem)
    {
        duration = TimeSpan.Zero;
        var unitAt = text.AsSpan().IndexOfAnyExceptInRange('.', '9');
        var unit = unitAt < 0 ? "" : text[unitAt..].Trim();
        var digits = text.AsSpan(0, unitAt < 0 ? text.Length : unitAt);
        if (!double.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
        {
            problem = $"\"{Shown(text)}\" is no duration. {Example}";
        }
        else if (unit.Length == 0)
        {
            problem = $"\"{Shown(text)}\" has no unit. Write {digits}s for seconds, "
                + $"or {digits}ms, {digits}m, {digits}h.";
        }
        else if (SecondsOf(unit) is not { } seconds)
        {
            problem = $"\"{Shown(unit)}\" is no unit of time. {Example}";
        }
        else if (number * seconds > Longest.TotalSeconds)
        {
            problem = $"\"{Shown(text)}\" is longer than a year. {Example}";
        }
        else
        {
            (duration, problem) = (TimeSpan.FromSeconds(number * seconds), "");
        }

        return problem.Length == 0;
    }

    /// <summary>The duration in its most readable unit, for example <c>250 ms</c> or <c>3.2 s</c>.</summary>
    public static string Words(TimeSpan duration) => duration.TotalSeconds switch
    {
        < 0.00995 => $"{duration.TotalMilliseconds:0.#} ms",
        < 0.9995 => $"{duration.TotalMilliseconds:0} ms",
        < 119.95 => $"{duration.TotalSeconds:0.#} s",
        < 7_170 => $"{duration.TotalMinutes:0} min",
        _ => $"{duration.TotalHours:0.#} h",
    };

    private static double? SecondsOf(string unit) => unit switch
    {
        "ms" => 0.001,
        "s" => 1,
        "m" => 60,
        "h" => 3_600,
        "d" => 86_400,
        _ => null,
    };

    private static string Shown(string text) => LineWrap.Cut(Printable.Of(text), 40, "…");
}
