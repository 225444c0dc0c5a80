namespace Weir.Probing;

/// <summary>What every check is given.</summary>
/// <param name="Options">How to look.</param>
/// <param name="Clock">The time.</param>
/// <param name="Random">Chance, for identifiers that must not be guessed or cached.</param>
public sealed record ProbeContext(ProbeOptions Options, TimeProvider Clock, Random Random);
