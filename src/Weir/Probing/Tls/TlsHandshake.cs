using System.Net.Security;
using System.Security.Authentication;
using Weir.Vocabulary;

namespace Weir.Probing.Tls;

/// <summary>The facts of one handshake. What could not be seen is null, which is not the same as no.</summary>
/// <param name="End">How it ended.</param>
/// <param name="NameSent">The server name in the ClientHello (SNI, RFC 6066 section 3); null where none was
/// sent.</param>
/// <param name="Version">The version agreed on; <see cref="SslProtocols.None"/> where none was.</param>
/// <param name="Cipher">The cipher suite agreed on.</param>
/// <param name="Alpn">The application protocol that the server chose (RFC 7301), such as <c>h2</c>.</param>
/// <param name="Certificate">The server's certificate, judged; null where the handshake ended before it.</param>
/// <param name="Alert">The last alert received; may be a mere warning when the handshake completed.</param>
/// <param name="PlainText">The first bytes of a peer that does not speak TLS, made printable.</param>
/// <param name="AsksClientCertificate">Whether the server asked for a certificate of the client.</param>
/// <param name="Elapsed">From the first byte sent to the end.</param>
/// <param name="Error">The platform's words where the handshake did not complete.</param>
public sealed record TlsHandshake(
    HandshakeEnd End,
    string? NameSent,
    SslProtocols Version,
    TlsCipherSuite? Cipher,
    string? Alpn,
    TlsCertificate? Certificate,
    TlsAlert? Alert,
    string? PlainText,
    bool AsksClientCertificate,
    TimeSpan Elapsed,
    string? Error)
{
    /// <summary>Whether the channel stands, whatever its certificate is worth.</summary>
    public bool Completed => End == HandshakeEnd.Completed;

    /// <summary>The failure a careful client would report; null when all is well.</summary>
    public Failure? Failure => End switch
    {
        HandshakeEnd.Completed => Certificate is { Acceptable: true } ? null : Vocabulary.Failure.TlsCertificate,
        HandshakeEnd.Alert => Vocabulary.Failure.TlsAlert,
        HandshakeEnd.TimedOut => Vocabulary.Failure.TlsTimeout,
        HandshakeEnd.PlainHttp or HandshakeEnd.NotTls or HandshakeEnd.Closed or HandshakeEnd.Reset
            or HandshakeEnd.Failed => Vocabulary.Failure.TlsProtocol,
    };
}
