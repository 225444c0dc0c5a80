using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace Weir.Lab.Faults;

/// <summary>How a faulty server speaks TLS. Whether the certificate is any good is up to the test.</summary>
/// <param name="Certificate">The server's certificate, with its private key.</param>
public sealed record TlsSettings(X509Certificate2 Certificate)
{
    /// <summary>The versions it accepts; None leaves the choice to the platform.</summary>
    public SslProtocols Protocols { get; init; } = SslProtocols.None;

    /// <summary>Intermediate certificates it sends along. Leave them out to play the missing intermediate.</summary>
    public IReadOnlyList<X509Certificate2> Chain { get; init; } = [];

    /// <summary>The protocols it offers by ALPN (RFC 7301); empty means that it does not answer ALPN.</summary>
    public IReadOnlyList<SslApplicationProtocol> Alpn { get; init; } = [];

    /// <summary>Whether the client must show a certificate (any will do).</summary>
    public bool RequireClientCertificate { get; init; }

    internal SslServerAuthenticationOptions ToOptions() => new()
    {
        ServerCertificateContext = SslStreamCertificateContext.Create(Certificate, [.. Chain], offline: true),
        EnabledSslProtocols = Protocols,
        ApplicationProtocols = Alpn.Count == 0 ? null : [.. Alpn],
        ClientCertificateRequired = RequireClientCertificate,
        RemoteCertificateValidationCallback = (_, shown, _, _) => shown is not null || !RequireClientCertificate,
    };
}
