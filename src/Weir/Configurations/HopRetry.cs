namespace Weir.Configurations;

/// <summary>When a request is given to the next server of a group.</summary>
/// <param name="Conditions">The gateway's own words: <c>error</c>, <c>timeout</c>, <c>http_502</c> …; empty for never.
/// </param>
/// <param name="Tries">Servers tried at most; null for each of the group once.</param>
/// <param name="Timeout">No further try begins after this; null for no limit.</param>
public sealed record HopRetry(IReadOnlyList<string> Conditions, int? Tries, TimeSpan? Timeout);
