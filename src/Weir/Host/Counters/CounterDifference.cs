namespace Weir.Host.Counters;

/// <summary>How far the counters of a network namespace rose.</summary>
/// <param name="Over">In what time.</param>
/// <param name="Values">
/// The rises, zeros included. A counter that was not read twice, or went back (a 32-bit one that wrapped, a new
/// namespace), is left out.
/// </param>
public sealed record CounterDifference(TimeSpan Over, IReadOnlyDictionary<string, long> Values)
{
    /// <summary>The rise of a counter; null is not known, and never 0.</summary>
    public long? this[string name] => Values.TryGetValue(name, out var rise) ? rise : null;

    /// <summary>The counters that rose, highest first.</summary>
    public IEnumerable<KeyValuePair<string, long>> Rises
        => Values.Where(pair => pair.Value > 0).OrderByDescending(pair => pair.Value);

    /// <summary>
    /// The share of segments that had to be sent again, 0 to 1; above 0.01 to 0.02 the path is bad. Null where nothing
    /// was sent or it is not known.
    /// </summary>
    public double? RetransmittedShare
        => this[CounterNames.SegmentsSent] is > 0 and var sent && this[CounterNames.RetransmittedSegments] is { } again
            ? Math.Min(1, (double)again / sent)
            : null;
}
