namespace Weir.Configurations;

/// <summary>A certificate and its key, as paths in the gateway's file system.</summary>
/// <param name="CertificatePath">The chain, PEM; may have variables in it.</param>
/// <param name="KeyPath">The private key; null when the configuration names none. Weir never opens it.</param>
public sealed record TlsCertificate(string CertificatePath, string? KeyPath);
