namespace Weir.Probing.Answers;

/// <summary>One hop that an answer says it came through.</summary>
/// <param name="Name">The name the hop gives itself, or that of its software; safe to print.</param>
/// <param name="Software">The plain name of its software, where it is known.</param>
/// <param name="Field">The field that tells of it, such as <c>Via</c>.</param>
/// <param name="Value">What the field says of it; safe to print.</param>
public sealed record Hop(string Name, string? Software, string Field, string Value);
