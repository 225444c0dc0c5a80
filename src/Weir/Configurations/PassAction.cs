namespace Weir.Configurations;

/// <summary>The request goes to an upstream.</summary>
/// <param name="Hop">Which, and how.</param>
/// <param name="At">The line that says so.</param>
public sealed record PassAction(UpstreamHop Hop, SourceLine At) : RouteAction(At);
