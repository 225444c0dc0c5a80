using System.Net;
using Weir.Vocabulary;

namespace Weir.Probing.Dns;

/// <summary>One question to one name server, and what came of it.</summary>
public sealed record NameLookup
{
    /// <summary>What was asked.</summary>
    public required Question Question { get; init; }

    /// <summary>Who was asked.</summary>
    public required NameServer Server { get; init; }

    /// <summary>How it was asked.</summary>
    public required LookupOptions Options { get; init; }

    /// <summary>How it ended.</summary>
    public required LookupOutcome Outcome { get; init; }

    /// <summary>What it ended with, in one line for people.</summary>
    public required string Detail { get; init; }

    /// <summary>Time from the first datagram to the end, retries included.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>How often it was tried over its last transport; 0 for a name that cannot be asked for.</summary>
    public int Tries { get; init; }

    /// <summary>What carried the last try; null where none was made.</summary>
    public DnsTransport? Transport { get; init; }

    /// <summary>Whether an answer over UDP did not fit (TC), so that TCP was needed.</summary>
    public bool Truncated { get; init; }

    /// <summary>The response code; null without a readable answer.</summary>
    public ResponseCode? Code { get; init; }

    /// <summary>AA: the server is an authority for the name.</summary>
    public bool Authoritative { get; init; }

    /// <summary>RA: the server offers recursion.</summary>
    public bool RecursionAvailable { get; init; }

    /// <summary>AD: the server has validated the answer with DNSSEC.</summary>
    public bool AuthenticData { get; init; }

    /// <summary>
    /// Whether the answer carries EDNS (RFC 6891): a very old server, or a filter on the way, knows none.
    /// </summary>
    public bool Edns { get; init; }

    /// <summary>The server's extended errors (RFC 8914).</summary>
    public IReadOnlyList<ExtendedError> ExtendedErrors { get; init; } = [];

    /// <summary>The records of the answer section.</summary>
    public IReadOnlyList<DnsRecord> Records { get; init; } = [];

    /// <summary>
    /// The records of the authority section: the zone's SOA under a negative answer, NS in a referral.
    /// </summary>
    public IReadOnlyList<DnsRecord> Authority { get; init; } = [];

    /// <summary>The records of the additional section: addresses of the name servers of a referral.</summary>
    public IReadOnlyList<DnsRecord> Additional { get; init; } = [];

    /// <summary>The answer followed through its aliases.</summary>
    public AliasChain Chain => AliasChain.Follow(Question, Records);

    /// <summary>The addresses at the end of the aliases; empty where there are none.</summary>
    public IReadOnlyList<IPAddress> Addresses =>
        [.. Chain.Finals.OfType<AddressRecord>().Select(record => record.Address)];

    /// <summary>
    /// How long the answer may be kept: the shortest life in the chain; for "there is none" what the zone's SOA allows
    /// (RFC 2308 section 5). Null where nothing says it.
    /// </summary>
    public TimeSpan? TimeToLive => Chain.TimeToLive is { } life && Outcome == LookupOutcome.Answered
        ? life
        : Authority.OfType<AuthorityRecord>().FirstOrDefault() is { } soa
            ? (soa.TimeToLive < soa.Minimum ? soa.TimeToLive : soa.Minimum)
            : null;

    /// <summary>
    /// Whether the server said something about the name that holds: it has the records, or it has none. An error, a
    /// referral and silence say nothing about the name.
    /// </summary>
    public bool IsConclusive => Outcome is
        LookupOutcome.Answered or LookupOutcome.NoData or LookupOutcome.NameNotFound;

    /// <summary>
    /// The failure that somebody who needs the name has with this answer; null where there is none, or where nothing
    /// was asked. A server that cannot be reached counts as a time-out, not as a server's failure: no name server
    /// said anything, and that is what nginx, glibc and RFC 9209's <c>dns_timeout</c> make of it as well.
    /// </summary>
    public Failure? ToFailure() => Outcome switch
    {
        LookupOutcome.Answered or LookupOutcome.NotAsked => null,
        LookupOutcome.NoData or LookupOutcome.NameNotFound or LookupOutcome.InvalidName => Failure.NameNotFound,
        LookupOutcome.ServerFailure or LookupOutcome.Refused or LookupOutcome.FormatError
            or LookupOutcome.NotImplemented or LookupOutcome.OtherError or LookupOutcome.Referral
            or LookupOutcome.Malformed => Failure.NameServerFailed,
        LookupOutcome.Timeout or LookupOutcome.Unreachable or LookupOutcome.ConnectionRefused => Failure.NameTimeout,
    };
}
