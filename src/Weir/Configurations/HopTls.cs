namespace Weir.Configurations;

/// <summary>TLS with an upstream.</summary>
/// <param name="SendsName">The name is sent in the handshake (SNI, RFC 6066 section 3).</param>
/// <param name="Name">The name that is sent and that the certificate must have, variables not replaced.</param>
/// <param name="Verifies">The certificate is verified.</param>
/// <param name="TrustedCertificate">The authorities it is verified against, a path; null for none.</param>
/// <param name="ClientCertificate">The certificate shown to the upstream; null for none.</param>
/// <param name="Protocols">The protocols allowed, as written; empty for the gateway's default.</param>
public sealed record HopTls(
    bool SendsName, string Name, bool Verifies, string? TrustedCertificate, TlsCertificate? ClientCertificate,
    IReadOnlyList<string> Protocols);
