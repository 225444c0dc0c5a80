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

    /// <summary>"All 6 requests", "3 of 6 requests", "The only request".</summary>
    public static string Requests(int count, int of)
        => count == of ? of == 1 ? "The only request" : $"All {of} requests" : $"{count} of {of} requests";

    /// <summary>Seconds for programs, rounded to a tenth of a millisecond.</summary>
    public static double Seconds(TimeSpan time) => Math.Round(time.TotalSeconds, 4);
}
