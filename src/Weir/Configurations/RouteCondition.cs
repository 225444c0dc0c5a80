namespace Weir.Configurations;

/// <summary>What a route does under a condition.</summary>
/// <param name="Text">The condition as written.</param>
/// <param name="Action">What happens then; null when it only changes settings.</param>
/// <param name="At">Where it stands.</param>
public sealed record RouteCondition(string Text, RouteAction? Action, SourceLine At);
