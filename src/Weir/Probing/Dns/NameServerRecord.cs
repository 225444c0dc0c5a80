namespace Weir.Probing.Dns;

/// <summary>An NS record (RFC 1035 section 3.3.11).</summary>
/// <param name="Name">The zone, in presentation form.</param>
/// <param name="TimeToLive">How long it may be kept.</param>
/// <param name="Target">The name of a server of the zone.</param>
public sealed record NameServerRecord(string Name, TimeSpan TimeToLive, string Target)
    : DnsRecord(Name, RecordType.Ns, TimeToLive);
