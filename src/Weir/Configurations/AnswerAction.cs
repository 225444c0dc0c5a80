namespace Weir.Configurations;

/// <summary>The gateway answers by itself.</summary>
/// <param name="Status">The status code. nginx's 444 closes the connection without an answer.</param>
/// <param name="Text">The body as written, variables not replaced; null for the gateway's own page.</param>
/// <param name="At">The line that says so.</param>
public sealed record AnswerAction(int Status, string? Text, SourceLine At) : RouteAction(At);
