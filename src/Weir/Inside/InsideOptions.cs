using System.Collections.Immutable;

namespace Weir.Inside;

/// <summary>What the inside view was told; what it was not told it finds by itself.</summary>
public sealed record InsideOptions
{
    /// <summary>The configuration files of the gateway; empty to find it through the process.</summary>
    public ImmutableArray<string> Configurations { get; init; } = [];

    /// <summary>The gateway's logs; empty for those that the configuration names.</summary>
    public ImmutableArray<string> Logs { get; init; } = [];

    /// <summary>Further upstreams to try from the gateway's seat, or from here where there is none.</summary>
    public ImmutableArray<UpstreamMember> Upstreams { get; init; } = [];

    /// <summary>How far back the logs are read.</summary>
    public TimeSpan Since { get; init; } = TimeSpan.FromMinutes(15);
}
