using System.Net;
using System.Security.Cryptography.X509Certificates;
using Weir.Configurations;
using Weir.Host;

namespace Weir.Probing.Upstream;

/// <summary>A gateway's request to an upstream, as the gateway would send it from where it lives.</summary>
public sealed record UpstreamQuestion
{
    /// <summary>What is spoken.</summary>
    public required HopProtocol Protocol { get; init; }

    /// <summary>Where to, as it can be opened from here: a container's unix socket by its path below
    /// <c>/proc/PID/root</c>.</summary>
    public required EndPoint Endpoint { get; init; }

    /// <summary>The seat that it is sent from.</summary>
    public NetworkSeat Seat { get; init; } = NetworkSeat.This;

    /// <summary>Path and query.</summary>
    public required string Target { get; init; }

    /// <summary>The Host field.</summary>
    public required string Host { get; init; }

    /// <summary>Further fields; for FastCGI, uwsgi and SCGI, the parameters.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Fields { get; init; } = [];

    /// <summary>The name in the handshake; null sends none.</summary>
    public string? ServerName { get; init; }

    /// <summary>The name that the certificate must have; null where the gateway does not verify.</summary>
    public string? VerifiedName { get; init; }

    /// <summary>The authorities that are trusted; null for the system's.</summary>
    public X509Certificate2Collection? Roots { get; init; }

    /// <summary>How long a connection is waited for.</summary>
    public TimeSpan ConnectPatience { get; init; } = TimeSpan.FromSeconds(3.5);

    /// <summary>How long an answer is waited for.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(3.5);

    /// <summary>The largest segment of the connection in bytes, both ways; null leaves it to the kernel.</summary>
    public int? MaxSegment { get; init; }
}
