using System.Collections.Immutable;

namespace Weir.Lab.Scenarios;

/// <summary>A real failure, or a site that is well, built of real servers in a world of its own.</summary>
/// <param name="Name">A short name in kebab case.</param>
/// <param name="About">One sentence for people.</param>
/// <param name="Status">The status that a visitor gets; 0 is a connection without an answer.</param>
/// <param name="Build">Builds it on a stage.</param>
public sealed record Scenario(string Name, string About, int Status, Func<ScenarioStage, Task> Build)
{
    /// <summary>The causes of which the first must be one; empty for a site that is well.</summary>
    public ImmutableArray<string> Causes { get; init; } = [];

    /// <summary>Programs that it needs beside nginx.</summary>
    public ImmutableArray<string> Programs { get; init; } = [];

    /// <summary>
    /// Whether chance decides what a single diagnosis sees: its verdict is right in most runs, not in all.
    /// </summary>
    public bool IsByChance { get; init; }

    /// <summary>Whether it is well: nothing must be accused.</summary>
    public bool IsHealthy => Causes.IsEmpty;
}
