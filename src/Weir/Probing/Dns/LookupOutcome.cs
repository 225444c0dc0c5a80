namespace Weir.Probing.Dns;

/// <summary>How one question to one server ended: the closed list.</summary>
public enum LookupOutcome
{
    /// <summary>There are records of the wanted type.</summary>
    Answered,

    /// <summary>The name exists, without records of the wanted type (NODATA, RFC 2308 section 2.2).</summary>
    NoData,

    /// <summary>NXDOMAIN: the name does not exist.</summary>
    NameNotFound,

    /// <summary>
    /// The server only names others to ask: right for a parent zone, wrong for a resolver and for a zone's own server.
    /// </summary>
    Referral,

    /// <summary>SERVFAIL: the server could not get an answer, or DNSSEC validation failed.</summary>
    ServerFailure,

    /// <summary>REFUSED: the server does not answer this client, or not for this name.</summary>
    Refused,

    /// <summary>FORMERR: the server did not understand the query.</summary>
    FormatError,

    /// <summary>NOTIMP: the server does not do this kind of query.</summary>
    NotImplemented,

    /// <summary>Another response code; it stands beside.</summary>
    OtherError,

    /// <summary>Nothing usable came in time.</summary>
    Timeout,

    /// <summary>There is no route to the server, or something on the way says that it cannot be reached.</summary>
    Unreachable,

    /// <summary>The server's host answers that nothing listens on the port.</summary>
    ConnectionRefused,

    /// <summary>What came is not a DNS answer, or not one to this question.</summary>
    Malformed,

    /// <summary>The name cannot be asked for, so nothing was sent.</summary>
    InvalidName,

    /// <summary>This machine could not send at all (no descriptor, no buffer): nothing is known.</summary>
    NotAsked,
}
