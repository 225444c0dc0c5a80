using System.Collections.Immutable;

namespace Weir.Probing.Dns;

/// <summary>A record of a type or class that the diagnosis does not read.</summary>
/// <param name="Name">The owner, in presentation form.</param>
/// <param name="Type">The record's type.</param>
/// <param name="TimeToLive">How long it may be kept.</param>
/// <param name="Class">The record's class; 1 is IN.</param>
/// <param name="Data">The data as it came; compressed names in it are not resolved.</param>
public sealed record RawRecord(
    string Name, RecordType Type, TimeSpan TimeToLive, ushort Class, ImmutableArray<byte> Data)
    : DnsRecord(Name, Type, TimeToLive);
