namespace Weir.Configurations;

/// <summary>A server of a group.</summary>
public sealed record UpstreamServer
{
    /// <summary>The address as written.</summary>
    public required string Text { get; init; }

    /// <summary>The name or literal, IPv6 without brackets; null for a unix socket.</summary>
    public string? Host { get; init; }

    /// <summary>The port; null for a unix socket.</summary>
    public int? Port { get; init; }

    /// <summary>The path of the socket; null for TCP.</summary>
    public string? UnixPath { get; init; }

    /// <summary>Its share of the requests against the others'.</summary>
    public int Weight { get; init; } = 1;

    /// <summary>Failures within <see cref="FailTimeout"/> after which it is left alone; 0 for never.</summary>
    public int MaxFails { get; init; } = 1;

    /// <summary>The time in which failures are counted, and for which it is then left alone.</summary>
    public TimeSpan FailTimeout { get; init; }

    /// <summary>Connections to it at most; null for no limit.</summary>
    public int? MaxConnections { get; init; }

    /// <summary>It is used only when the others are not available.</summary>
    public bool IsBackup { get; init; }

    /// <summary>It is switched off.</summary>
    public bool IsDown { get; init; }

    /// <summary>Its name is resolved again while the gateway runs; else only when it starts.</summary>
    public bool IsResolvedAgain { get; init; }

    /// <summary>Where it stands.</summary>
    public required SourceLine At { get; init; }
}
