namespace Weir.Probing.Dns;

/// <summary>An SOA record (RFC 1035 section 3.3.13).</summary>
/// <param name="Name">The zone, in presentation form.</param>
/// <param name="TimeToLive">How long it may be kept.</param>
/// <param name="PrimaryServer">MNAME: the server where the zone is edited.</param>
/// <param name="Responsible">RNAME: the mailbox of who answers for the zone, spelled as a name.</param>
/// <param name="Serial">The version of the zone; compared by RFC 1982 arithmetic.</param>
/// <param name="Refresh">How often the secondaries look for a new version.</param>
/// <param name="Retry">How soon they look again after a failure.</param>
/// <param name="Expire">When a secondary that hears nothing stops answering.</param>
/// <param name="Minimum">How long "there is no such record" may be kept (RFC 2308 section 4).</param>
public sealed record AuthorityRecord(
    string Name,
    TimeSpan TimeToLive,
    string PrimaryServer,
    string Responsible,
    uint Serial,
    TimeSpan Refresh,
    TimeSpan Retry,
    TimeSpan Expire,
    TimeSpan Minimum)
    : DnsRecord(Name, RecordType.Soa, TimeToLive)
{
    /// <summary>The mail address that <see cref="Responsible"/> spells, or null where it spells none.</summary>
    public string? Contact => SoaContact.ToMail(Responsible);
}
