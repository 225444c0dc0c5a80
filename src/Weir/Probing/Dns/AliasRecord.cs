namespace Weir.Probing.Dns;

/// <summary>A CNAME record (RFC 1035 section 3.3.1).</summary>
/// <param name="Name">The alias, in presentation form.</param>
/// <param name="TimeToLive">How long it may be kept.</param>
/// <param name="Target">The name that it stands for.</param>
public sealed record AliasRecord(string Name, TimeSpan TimeToLive, string Target)
    : DnsRecord(Name, RecordType.Cname, TimeToLive);
