using System.Net;

namespace Weir.Configurations;

/// <summary>A request as it reaches the gateway.</summary>
/// <param name="Listener">The gateway's address and port that the visitor is connected to.</param>
/// <param name="Host">The Host field (RFC 9110 section 7.2), with its port if it has one; null without the
/// field.</param>
/// <param name="Target">The path and query as sent (origin form, RFC 9112 section 3.2.1).</param>
public sealed record GatewayRequest(IPEndPoint Listener, string? Host, string Target)
{
    /// <summary>The method.</summary>
    public string Method { get; init; } = "GET";

    /// <summary>
    /// Fields besides Host, names in any case; null when they are not known, and then what hangs on them is uncertain.
    /// </summary>
    public IReadOnlyDictionary<string, string>? Headers { get; init; }
}
