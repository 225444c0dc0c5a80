namespace Weir.Logs.Recent;

/// <summary>How often a phrase was written.</summary>
/// <param name="Phrase">The row of the table.</param>
/// <param name="Count">How often.</param>
/// <param name="First">First seen.</param>
/// <param name="Last">Last seen.</param>
/// <param name="Example">The first line, unmasked.</param>
public sealed record PhraseCount(Phrase Phrase, long Count, DateTimeOffset First, DateTimeOffset Last, string Example);
