namespace Weir.Lab.Faults;

/// <summary>How a connection to a faulty server ended, as the server saw it.</summary>
public enum ConnectionEnd
{
    /// <summary>It has not ended.</summary>
    Open,

    /// <summary>The server closed it (FIN).</summary>
    Closed,

    /// <summary>The server reset it (RST).</summary>
    Reset,

    /// <summary>The server closed it because it was idle for too long.</summary>
    ClosedIdle,

    /// <summary>The peer closed it.</summary>
    ClosedByPeer,

    /// <summary>The peer reset it, or was gone when the server wrote.</summary>
    ResetByPeer,

    /// <summary>The TLS handshake failed, or the peer broke TLS off.</summary>
    TlsFailed,

    /// <summary>What the peer sent is not a request; it got a 400.</summary>
    Malformed,

    /// <summary>The server was stopped.</summary>
    Stopped,
}
