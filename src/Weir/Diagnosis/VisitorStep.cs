namespace Weir.Diagnosis;

/// <summary>One of the things that visitors are told to try, done for them.</summary>
/// <param name="Step">The advice in its usual words, for example "Clear cookies".</param>
/// <param name="Helps">Whether it helps; null where it could not be tried.</param>
/// <param name="Because">What was measured, or why it could not be.</param>
public sealed record VisitorStep(string Step, bool? Helps, string Because);
