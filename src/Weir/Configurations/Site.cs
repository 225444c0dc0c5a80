namespace Weir.Configurations;

/// <summary>A site: names on listeners, with routes.</summary>
public sealed record Site
{
    /// <summary>Its names; empty when it has none of its own.</summary>
    public IReadOnlyList<SiteName> Names { get; init; } = [];

    /// <summary>Where it is served.</summary>
    public IReadOnlyList<ListenAddress> Listens { get; init; } = [];

    /// <summary>The certificates it shows to visitors.</summary>
    public IReadOnlyList<TlsCertificate> Certificates { get; init; } = [];

    /// <summary>What it does with every request before it looks at its routes, such as a redirect to https; null for
    /// nothing.</summary>
    public RouteAction? Before { get; init; }

    /// <summary>Its routes in the order of the configuration.</summary>
    public IReadOnlyList<Route> Routes { get; init; } = [];

    /// <summary>What it does where no route fits.</summary>
    public required Route Fallback { get; init; }

    /// <summary>Where it begins.</summary>
    public required SourceLine At { get; init; }
}
