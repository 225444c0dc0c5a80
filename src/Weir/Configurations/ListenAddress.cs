using System.Net;

namespace Weir.Configurations;

/// <summary>An address that a gateway listens on.</summary>
/// <param name="Host">
/// <c>0.0.0.0</c> for every IPv4 address, <c>::</c> for every IPv6 address, another literal, or a name that the gateway
/// resolves when it starts; empty for a unix socket.
/// </param>
/// <param name="Port">The port; 0 for a unix socket.</param>
/// <param name="UnixPath">The socket's path; null for TCP and UDP.</param>
public sealed record ListenAddress(string Host, int Port, string? UnixPath = null)
{
    /// <summary>Every address of its family.</summary>
    public bool IsWildcard => Host is "0.0.0.0" or "::";

    /// <summary>As the contract writes endpoints: <c>host:port</c>, <c>[v6]:port</c> or <c>unix:/path</c>.</summary>
    public override string ToString() => UnixPath is { } path ? $"unix:{path}"
        : IPAddress.TryParse(Host, out _) && Host.Contains(':') ? $"[{Host}]:{Port}"
        : $"{Host}:{Port}";
}
