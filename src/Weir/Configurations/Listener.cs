namespace Weir.Configurations;

/// <summary>A listening socket of the gateway, with what all sites on it say together.</summary>
/// <param name="Address">Where.</param>
/// <param name="Tls">It speaks TLS.</param>
/// <param name="Quic">It is a UDP port for HTTP/3 (RFC 9114).</param>
/// <param name="ProxyProtocol">It expects a PROXY protocol header first, and refuses a client that sends none.</param>
/// <param name="TakesIpv4">An IPv6 wildcard that takes IPv4 connections too.</param>
/// <param name="Backlog">The accept queue asked for; null for the gateway's default.</param>
/// <param name="DefaultSite">The site that answers for names that no site on it has.</param>
/// <param name="At">The first line that names it.</param>
public sealed record Listener(
    ListenAddress Address, bool Tls, bool Quic, bool ProxyProtocol, bool TakesIpv4, int? Backlog, Site DefaultSite,
    SourceLine At);
