using System.Net;

namespace Weir.Probing.Dns.Delegation;

/// <summary>A zone and the servers that it is delegated to.</summary>
/// <param name="Zone">The zone.</param>
/// <param name="Servers">The names of its servers.</param>
/// <param name="Glue">Their addresses as far as a parent's referral gave them.</param>
/// <param name="IsFromParent">Whether all this is a parent's word only.</param>
internal sealed record ZoneServers(
    string Zone, IReadOnlyList<string> Servers, IReadOnlyList<AddressRecord> Glue, bool IsFromParent)
{
    /// <summary>
    /// The address that a referral gave for <paramref name="server"/>, IPv4 before IPv6; null without one.
    /// </summary>
    public IPAddress? GlueOf(string server) => Glue
        .Where(record => DnsName.Same(record.Name, server))
        .OrderBy(record => record.Type.Code)
        .FirstOrDefault()?.Address;

    /// <summary>
    /// The delegation that a referral holds, if it leads from <paramref name="above"/> down towards
    /// <paramref name="name"/>; anything else would let a lame server send the walk in circles.
    /// </summary>
    public static ZoneServers? FromReferral(NameLookup referral, string name, string above)
    {
        var servers = referral.Authority.OfType<NameServerRecord>().ToList();
        return servers is [var first, ..]
            && DnsName.IsWithin(name, first.Name)
            && DnsName.IsWithin(first.Name, above)
            && !DnsName.Same(first.Name, above)
            ? new(
                first.Name,
                [.. servers.Where(server => DnsName.Same(server.Name, first.Name)).Select(server => server.Target)],
                [.. referral.Additional.OfType<AddressRecord>()],
                IsFromParent: true)
            : null;
    }
}
