namespace Weir.Configurations;

/// <summary>A named group of upstream servers.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Servers">Its servers in order.</param>
/// <param name="KeepAlive">Idle connections that are kept.</param>
/// <param name="Zone">The shared memory of the workers; null when each worker judges the servers for itself.</param>
/// <param name="Balance">How a server is chosen, in the gateway's words, such as <c>round_robin</c> or <c>hash
/// $uri</c>.
/// </param>
/// <param name="At">Where it begins.</param>
public sealed record UpstreamGroup(
    string Name, IReadOnlyList<UpstreamServer> Servers, GroupKeepAlive KeepAlive, string? Zone, string Balance,
    SourceLine At);
