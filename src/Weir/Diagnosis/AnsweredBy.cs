namespace Weir.Diagnosis;

/// <summary>Who wrote the answer that the site gives.</summary>
/// <param name="Software">Its plain name, for example <c>nginx</c>.</param>
/// <param name="Version">Its version where it shows one.</param>
/// <param name="Hop">The hop's name; <c>gateway</c> for the one that the visitor reaches.</param>
/// <param name="MadeIt">True when it made the error itself, false when it passed on what its upstream sent.</param>
public sealed record AnsweredBy(string Software, string? Version, string Hop, bool MadeIt);
