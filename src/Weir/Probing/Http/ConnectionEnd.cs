namespace Weir.Probing.Http;

/// <summary>Who ended the connection during an exchange, and how.</summary>
public enum ConnectionEnd
{
    /// <summary>Nobody: the message was whole and the connection still stood.</summary>
    Open,

    /// <summary>The peer closed it in order (FIN, or the end of the TLS stream).</summary>
    PeerClosed,

    /// <summary>The peer reset it (ECONNRESET, EPIPE).</summary>
    PeerReset,

    /// <summary>The path broke: another errno, such as ETIMEDOUT or EHOSTUNREACH.</summary>
    Broken,

    /// <summary>TLS failed while reading or writing: an alert, or bytes that are not TLS.</summary>
    TlsFailed,

    /// <summary>We did: a time limit was over.</summary>
    TimedOut,

    /// <summary>We did: the answer was refused or longer than a probe reads.</summary>
    WeStopped,
}
