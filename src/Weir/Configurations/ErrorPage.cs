namespace Weir.Configurations;

/// <summary>What replaces the gateway's own page for some statuses.</summary>
/// <param name="Statuses">The statuses that it is for.</param>
/// <param name="NewStatus">The status that is answered instead; 0 for that of the page itself; null for the original.
/// </param>
/// <param name="To">A path, a named route or an address, as written.</param>
/// <param name="At">Where it stands.</param>
public sealed record ErrorPage(IReadOnlyList<int> Statuses, int? NewStatus, string To, SourceLine At);
