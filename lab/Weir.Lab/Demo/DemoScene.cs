using System.Collections.Immutable;
using Weir.Vocabulary;

namespace Weir.Lab.Demo;

/// <summary>
/// One failure that can be shown on loopback without privileges: a real server, and what must be said of it.
/// </summary>
/// <param name="Title">What happens, in a few words.</param>
/// <param name="Failure">The failure that must be named.</param>
/// <param name="Causes">
/// The causes of which the first of the diagnosis must be one: several where an outside look cannot tell them apart.
/// </param>
/// <param name="Open">Starts the servers.</param>
public sealed record DemoScene(
    string Title, Failure Failure, ImmutableArray<string> Causes, Func<DemoSetting, DemoStage> Open)
{
    /// <inheritdoc/>
    public override string ToString() => Title;
}
