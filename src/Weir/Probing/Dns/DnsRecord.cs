namespace Weir.Probing.Dns;

/// <summary>
/// One resource record (RFC 1035 section 3.2.1). The kinds that a diagnosis reads have a type of their own; all
/// others are a <see cref="RawRecord"/>.
/// </summary>
/// <param name="Name">The owner, in presentation form.</param>
/// <param name="Type">The record's type.</param>
/// <param name="TimeToLive">How long it may be kept; a value with the top bit set counts as zero (RFC 2181).</param>
public abstract record DnsRecord(string Name, RecordType Type, TimeSpan TimeToLive);
