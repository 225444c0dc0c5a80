using System.Net;
using System.Net.Sockets;

namespace Weir.Probing.Http;

/// <summary>Where and how to speak HTTP/2.</summary>
/// <param name="EndPoint">An address with a port, or a unix socket; a name would be resolved by the system.</param>
/// <param name="Tls">TLS with ALPN <c>h2</c> (RFC 9113 section 3.2); else prior knowledge in the clear (3.3).</param>
/// <param name="Insecure">Whether a certificate that cannot be trusted is accepted.</param>
public sealed record Http2Target(EndPoint EndPoint, bool Tls, bool Insecure)
{
    /// <summary>The endpoint as written everywhere: <c>host:port</c>, <c>[v6]:port</c>, <c>unix:/path</c>.</summary>
    public string Name => EndPoint switch
    {
        UnixDomainSocketEndPoint unix => $"unix:{unix}",
        DnsEndPoint dns => $"{dns.Host}:{dns.Port}",
        var address => address.ToString() ?? string.Empty,
    };

    internal Uri AddressOf(HttpQuestion question) => new(
        $"{(Tls ? "https" : "http")}://{question.Host}{question.Target}",
        new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
}
