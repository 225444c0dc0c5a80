namespace Weir.Probing.Tls;

/// <summary>What a hostile peer may cost.</summary>
internal static class TlsLimits
{
    /// <summary>Bytes a peer may send in one handshake. Real chains are under 16 KiB; OpenSSL itself stops a message
    /// at about 100 KiB.</summary>
    public const int HandshakeBytes = 256 * 1024;

    /// <summary>First bytes kept of a peer that does not speak TLS: a banner line.</summary>
    public const int PlainTextBytes = 120;

    /// <summary>Names kept of one certificate. Shared hosting goes to 100; more help nobody in a report.</summary>
    public const int Names = 100;

    /// <summary>Characters kept of one distinguished name or message.</summary>
    public const int TextLength = 512;

    /// <summary>
    /// Certificates taken from the peer's message into the building of the chain. Real chains have four.
    /// </summary>
    public const int ChainLength = 16;
}
