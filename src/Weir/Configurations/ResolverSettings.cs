namespace Weir.Configurations;

/// <summary>The name servers that a gateway asks while it runs.</summary>
/// <param name="Addresses">The servers as written, the port only where it is not 53.</param>
/// <param name="Valid">How long answers are kept, whatever their TTL; null to follow the TTL.</param>
/// <param name="Timeout">How long an answer is awaited.</param>
/// <param name="AsksIpv6">It asks for AAAA too; a network without IPv6 then fails on some connections.</param>
/// <param name="At">Where it stands.</param>
public sealed record ResolverSettings(
    IReadOnlyList<string> Addresses, TimeSpan? Valid, TimeSpan Timeout, bool AsksIpv6, SourceLine At);
