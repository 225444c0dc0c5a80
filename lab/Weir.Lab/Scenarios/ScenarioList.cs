using System.Collections.Immutable;

namespace Weir.Lab.Scenarios;

/// <summary>Every scenario.</summary>
public static partial class ScenarioList
{
    private const string Serves = "require('http').createServer((q, r) => r.end('a page\\n')).listen(8080);";

    /// <summary>All of them, by name.</summary>
    public static ImmutableArray<Scenario> All { get; } =
    [
        .. new[] { Connections(), Firewalls(), Networks(), Names(), Encrypted(), Applications(), Resources(),
            Gateways(), Healthy() }
            .SelectMany(each => each).OrderBy(each => each.Name, StringComparer.Ordinal),
    ];

    /// <summary>The scenario of a name.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public static Scenario Find(string name) => All.Single(each => each.Name == name);
}
