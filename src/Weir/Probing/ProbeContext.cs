namespace Weir.Probing;

/// <summary>What every check is given.</summary>
/// <param name="Options">How to look.</param>
/// <param name="Clock">The time.</param>
/// <param name="Random">Chance, for identifiers that must not be guessed or cached.</param>
public sealed record ProbeContext(ProbeOptions Options, TimeProvider Clock, Random Random)
{
    /// <summary>Tells a fact before the check is finished, so that the plan can act on it.</summary>
    public Action<Fact> Tell { get; init; } = static _ => { };
}
