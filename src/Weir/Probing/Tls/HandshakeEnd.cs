namespace Weir.Probing.Tls;

/// <summary>How a TLS handshake ended, as seen from the side that began it.</summary>
public enum HandshakeEnd
{
    /// <summary>The handshake finished; the certificate is judged apart from it.</summary>
    Completed,

    /// <summary>The peer sent an alert (RFC 8446 section 6).</summary>
    Alert,

    /// <summary>The peer answered in clear HTTP: the port does not speak TLS.</summary>
    PlainHttp,

    /// <summary>The peer's first bytes are no TLS record: another protocol lives on the port.</summary>
    NotTls,

    /// <summary>The peer closed the connection.</summary>
    Closed,

    /// <summary>The peer reset the connection.</summary>
    Reset,

    /// <summary>The handshake did not finish in time.</summary>
    TimedOut,

    /// <summary>This side gave up: what the peer offered could not be used (version, parameters, size).</summary>
    Failed,
}
