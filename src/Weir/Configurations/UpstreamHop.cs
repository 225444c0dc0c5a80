namespace Weir.Configurations;

/// <summary>The way from the gateway to an upstream, with every setting in force there.</summary>
public sealed record UpstreamHop
{
    /// <summary>What is spoken.</summary>
    public required HopProtocol Protocol { get; init; }

    /// <summary>With whom.</summary>
    public required HopTarget Target { get; init; }

    /// <summary>The upstream as the configuration writes it.</summary>
    public required string Text { get; init; }

    /// <summary>The path written after the upstream, which replaces the route's; null when there is none.</summary>
    public string? Uri { get; init; }

    /// <summary>Variables in it, without the dollar.</summary>
    public IReadOnlyList<string> Variables { get; init; } = [];

    /// <summary>How long is waited.</summary>
    public required HopTimeouts Timeouts { get; init; }

    /// <summary>When another server is tried.</summary>
    public required HopRetry Retry { get; init; }

    /// <summary>Memory for the answer.</summary>
    public required HopBuffers Buffers { get; init; }

    /// <summary>The version of HTTP, such as <c>1.1</c>; null for other protocols, and when it hangs on an unknown
    /// version.</summary>
    public string? HttpVersion { get; init; }

    /// <summary>Fields or parameters that are set.</summary>
    public IReadOnlyList<HopHeader> Headers { get; init; } = [];

    /// <summary>The Host field that is sent, variables not replaced; null for protocols that have none.</summary>
    public string? Host { get; init; }

    /// <summary>TLS; null for clear text.</summary>
    public HopTls? Tls { get; init; }

    /// <summary>Whether connections are used again.</summary>
    public required HopKeepAlive KeepAlive { get; init; }

    /// <summary>The upstream's own error answers are replaced by the route's error pages.</summary>
    public bool InterceptErrors { get; init; }

    /// <summary>When an old answer is given from the cache instead of an error, in the gateway's words.</summary>
    public IReadOnlyList<string> UsesStale { get; init; } = [];

    /// <summary>The name servers asked while running; null for none, and then a name made of variables fails.</summary>
    public ResolverSettings? Resolver { get; init; }

    /// <summary>The line that names the upstream.</summary>
    public required SourceLine At { get; init; }
}
