namespace Weir.Host.Sockets;

/// <summary>The state of a TCP socket, RFC 9293 section 3.3.2, with the kernel's numbers.</summary>
public enum TcpState
{
    /// <summary>Data may flow.</summary>
    Established = 1,

    /// <summary>We asked for a connection and have no answer: many mean that nothing answers.</summary>
    SynSent = 2,

    /// <summary>A connection was asked of us, and the end of the handshake is missing or was not accepted.</summary>
    SynReceived = 3,

    /// <summary>We closed, and that is not acknowledged.</summary>
    FinWait1 = 4,

    /// <summary>We closed, and the other side has not.</summary>
    FinWait2 = 5,

    /// <summary>We closed first; the port is kept for a minute.</summary>
    TimeWait = 6,

    /// <summary>Not connected.</summary>
    Closed = 7,

    /// <summary>The other side closed, and the program here has not: many are a leak.</summary>
    CloseWait = 8,

    /// <summary>Both closed; the last acknowledgement is missing.</summary>
    LastAck = 9,

    /// <summary>It listens.</summary>
    Listen = 10,

    /// <summary>Both closed at once.</summary>
    Closing = 11,

    /// <summary>A request in the queue of a listener.</summary>
    NewSynReceived = 12,
}
