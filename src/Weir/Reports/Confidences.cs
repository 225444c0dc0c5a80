using System.Collections.Immutable;

namespace Weir.Reports;

/// <summary>Confidences as they are read: whole percents that keep what the exact values promise.</summary>
internal static class Confidences
{
    /// <summary>
    /// Whole percents, in the same order. Together at most 100, and none is rounded up to 50, since from there on a
    /// cause may be acted on.
    /// </summary>
    public static ImmutableArray<int> Percents(IEnumerable<double> confidences)
    {
        var exact = confidences.Select(each => Math.Clamp(each, 0, 1) * 100).ToArray();
        var percents = exact.Select(each => (int)Math.Round(each, MidpointRounding.AwayFromZero)).ToArray();
        for (var i = 0; i < percents.Length; i++)
        {
            percents[i] -= percents[i] == 50 && exact[i] < 50 ? 1 : 0;
        }

        while (percents.Sum() > 100)
        {
            var most = Enumerable.Range(0, percents.Length).MaxBy(i => percents[i] - exact[i]);
            percents[most]--;
        }

        return [.. percents];
    }

    /// <summary>The confidence in a word or two.</summary>
    public static string Words(int percent) => percent switch
    {
        >= 95 => "almost certain",
        >= 80 => "very likely",
        >= 50 => "likely",
        >= 20 => "possible",
        _ => "not likely",
    };
}
