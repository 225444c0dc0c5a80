namespace Weir.Probing.Dns.Wire;

/// <summary>The bounds of a DNS message; what comes from the network never makes us use more.</summary>
internal static class WireLimits
{
    /// <summary>Bytes of the header (RFC 1035 section 4.1.1).</summary>
    public const int HeaderBytes = 12;

    /// <summary>Bytes of one label (RFC 1035 section 2.3.4).</summary>
    public const int LabelBytes = 63;

    /// <summary>Bytes of a name on the wire, with its length bytes (RFC 1035 section 2.3.4).</summary>
    public const int NameBytes = 255;

    /// <summary>
    /// Compression pointers followed within one name. A name has at most 127 labels, and nobody needs two pointers for
    /// one label; without the limit a chain of pointers costs 8,000 steps for each of 2,048 records.
    /// </summary>
    public const int Pointers = 127;

    /// <summary>
    /// Records of one message. The largest message could hold 5,900 empty ones; each costs us up to 1 KB for its name.
    /// </summary>
    public const int Records = 2_048;

    /// <summary>Bytes of the largest message, over TCP or UDP (RFC 1035 section 4.2.2).</summary>
    public const int MessageBytes = 65_535;

    /// <summary>
    /// The answer size in bytes that we announce with EDNS: it fits into the smallest IPv6 packet (1,280), so that it
    /// is never cut into fragments that firewalls lose (DNS flag day 2020).
    /// </summary>
    public const ushort EdnsBytes = 1_232;

    /// <summary>Characters kept of a server's own words in an extended error: it is for one line of a report.</summary>
    public const int ExtendedTextCharacters = 200;
}
