namespace Weir.Configurations;

/// <summary>What a gateway's configuration says, in words that fit every gateway.</summary>
public sealed record GatewayModel
{
    /// <summary>The gateway's software, such as <c>nginx</c>.</summary>
    public required string Software { get; init; }

    /// <summary>Its version as it prints it; null when unknown, and then no default that changed is claimed.</summary>
    public string? Version { get; init; }

    /// <summary>The user its workers run as; null when the configuration does not say.</summary>
    public string? User { get; init; }

    /// <summary>What could not be read or used, in the order of reading.</summary>
    public IReadOnlyList<ConfigurationProblem> Problems { get; init; } = [];

    /// <summary>The files that were read, in the order of reading, each once.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    /// <summary>Where it listens, each address once.</summary>
    public IReadOnlyList<Listener> Listeners { get; init; } = [];

    /// <summary>The sites, in the order of the configuration.</summary>
    public IReadOnlyList<Site> Sites { get; init; } = [];

    /// <summary>The named groups of upstream servers.</summary>
    public IReadOnlyList<UpstreamGroup> Groups { get; init; } = [];

    /// <summary>Every place that errors are logged to, each once.</summary>
    public IReadOnlyList<ErrorLog> ErrorLogs { get; init; } = [];

    /// <summary>Every place that requests are logged to, each once.</summary>
    public IReadOnlyList<AccessLog> AccessLogs { get; init; } = [];

    /// <summary>Every set of name servers asked while running, each once; the routes say which is theirs.</summary>
    public IReadOnlyList<ResolverSettings> Resolvers { get; init; } = [];

    /// <summary>Limits of the whole gateway.</summary>
    public required GatewayLimits Limits { get; init; }
}
