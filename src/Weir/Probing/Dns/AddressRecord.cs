using System.Net;

namespace Weir.Probing.Dns;

/// <summary>An A (RFC 1035 section 3.4.1) or AAAA record (RFC 3596 section 2.2).</summary>
/// <param name="Name">The owner, in presentation form.</param>
/// <param name="Type">A or AAAA, as the address's family says.</param>
/// <param name="TimeToLive">How long it may be kept.</param>
/// <param name="Address">The address.</param>
public sealed record AddressRecord(string Name, RecordType Type, TimeSpan TimeToLive, IPAddress Address)
    : DnsRecord(Name, Type, TimeToLive);
