namespace Weir.Probing.Dns.Delegation;

/// <summary>
/// What a name server that a zone names as its own does when it is asked for the zone: the closed list.
/// </summary>
public enum AuthorityState
{
    /// <summary>It answers as an authority.</summary>
    Sound,

    /// <summary>It answers, and not as an authority: it does not serve the zone.</summary>
    NotAuthoritative,

    /// <summary>REFUSED: it does not serve the zone, or not to us.</summary>
    Refused,

    /// <summary>SERVFAIL or another error: it cannot load the zone, or lets it expire.</summary>
    Failing,

    /// <summary>Its answer cannot be read.</summary>
    Malformed,

    /// <summary>It does not answer.</summary>
    Silent,

    /// <summary>Its host answers that no name server listens.</summary>
    NotListening,

    /// <summary>Its name has no address.</summary>
    NoAddress,

    /// <summary>There is no way to it from here; others may have one.</summary>
    Unreachable,

    /// <summary>It was not asked, because its address could not be found out or this machine could not send.</summary>
    NotChecked,
}
