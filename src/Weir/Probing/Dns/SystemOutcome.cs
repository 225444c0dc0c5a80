namespace Weir.Probing.Dns;

/// <summary>How the system's own look-up of a name (getaddrinfo) ended: the closed list.</summary>
public enum SystemOutcome
{
    /// <summary>There are addresses.</summary>
    Answered,

    /// <summary>EAI_NONAME: the name does not exist, or (as .NET folds both) has no address.</summary>
    NameNotFound,

    /// <summary>EAI_NODATA: the name exists and has no address.</summary>
    NoData,

    /// <summary>EAI_AGAIN: no name server answered, or one answered SERVFAIL; glibc does not tell which.</summary>
    TryAgain,

    /// <summary>EAI_FAIL or another error: a name server answered with a lasting error.</summary>
    Failed,

    /// <summary>Our own budget ran out before the system answered.</summary>
    Timeout,

    /// <summary>The name is no host name, so nothing was asked.</summary>
    InvalidName,
}
