using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace Weir.Probing.Tls;

/// <summary>How to shake hands. The certificate is always judged and never ends the handshake.</summary>
public sealed record TlsOptions
{
    /// <summary>
    /// The name the certificate is checked against and that is sent as SNI: a host name, or an address (which is never
    /// sent, RFC 6066 section 3). Null: neither.
    /// </summary>
    public string? Host { get; init; }

    /// <summary>Whether the name is sent. Off shows what a gateway without SNI meets.</summary>
    public bool SendName { get; init; } = true;

    /// <summary>The versions offered; <see cref="SslProtocols.None"/> offers what the platform offers.</summary>
    public SslProtocols Versions { get; init; } = SslProtocols.None;

    /// <summary>
    /// The application protocols offered (ALPN), the preferred first; empty: the extension is not sent.
    /// </summary>
    public IReadOnlyList<string> Alpn { get; init; } = [];

    /// <summary>The time for the whole handshake.</summary>
    public TimeSpan Limit { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The roots to trust in place of the system's; null: the system's.</summary>
    public X509Certificate2Collection? Roots { get; init; }
}
