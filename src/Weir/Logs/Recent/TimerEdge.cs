namespace Weir.Logs.Recent;

/// <summary>
/// The sharp edge of durations: many failures that took the same time were ended by a timer; load makes a smooth tail.
/// </summary>
/// <param name="Seconds">The shortest of those at the edge.</param>
/// <param name="Count">How many lie at it.</param>
/// <param name="Of">Of how many.</param>
public sealed record TimerEdge(double Seconds, int Count, int Of)
{
    // Fewer agree by chance.
    private const int Fewest = 3;

    // Of half of a second and less one cannot say that somebody waited.
    private const double ShortestTimer = 0.5;

    // A timer fires late by the machine's load, hardly by more than 2 % and 50 ms.
    private const double Late = 0.02;
    private const double LateSeconds = 0.05;

    private const double LeastShare = 0.6;

    /// <summary>The edge at which most of the durations (in seconds) lie; null where there is none.</summary>
    public static TimerEdge? Find(IEnumerable<double> durations)
    {
        double[] sorted = [.. durations.Order()];
        TimerEdge? best = null;
        for (int first = 0, end = 0; first < sorted.Length; first++)
        {
            while (end < sorted.Length && sorted[end] <= (sorted[first] * (1 + Late)) + LateSeconds)
            {
                end++;
            }

            if (end - first > (best?.Count ?? 0) && sorted[first] >= ShortestTimer)
            {
                best = new(sorted[first], end - first, sorted.Length);
            }
        }

        return best is not null && best.Count >= Fewest && best.Count >= best.Of * LeastShare ? best : null;
    }
}
