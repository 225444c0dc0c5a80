namespace Weir.Probing.Dns;

/// <summary>A TXT record (RFC 1035 section 3.3.14).</summary>
/// <param name="Name">The owner, in presentation form.</param>
/// <param name="TimeToLive">How long it may be kept.</param>
/// <param name="Strings">Its strings; bytes outside printable ASCII are spelled <c>\DDD</c>.</param>
public sealed record TextRecord(string Name, TimeSpan TimeToLive, IReadOnlyList<string> Strings)
    : DnsRecord(Name, RecordType.Txt, TimeToLive);
