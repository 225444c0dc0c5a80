using System.Globalization;

namespace Weir.Probing.Readings;

/// <summary>How the readings write numbers.</summary>
internal static class Words
{
    /// <summary>A duration with the unit that a person would choose.</summary>
    public static string Time(TimeSpan time) => time.TotalMilliseconds switch
    {
        < 10 => string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:0.0} ms"),
        < 1000 => string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:0} ms"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.0} s"),
    };

    /// <summary>"all 6", "3 of 6", "none of 6".</summary>
    public static string Share(int count, int of)
        => count == of ? of == 1 ? "the one" : $"all {of}" : count == 0 ? $"none of {of}" : $"{count} of {of}";

    /// <summary>Seconds for programs, rounded to a tenth of a millisecond.</summary>
    public static double Seconds(TimeSpan time) => Math.Round(time.TotalSeconds, 4);
}
