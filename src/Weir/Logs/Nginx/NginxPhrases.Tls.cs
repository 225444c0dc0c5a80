using System.Collections.Immutable;
using Weir.Diagnosis;
using Weir.Vocabulary;
using static Weir.Logs.PhraseTable;

namespace Weir.Logs.Nginx;

public static partial class NginxPhrases
{
    // No field: the table is made before fields of the other parts of this type.
    private static ImmutableArray<string> InHandshake => [NginxAction.Handshaking];

    // The numbers of a failed check are OpenSSL's X509_V_ERR_*; the alerts are those of RFC 8446 section 6.
    private static Phrase[] TlsRows() =>
    [
        Fails("upstream SSL certificate verify error", Failure.TlsCertificate, "The server's certificate has expired.",
            Observable.CertificateExpired) with { Numbers = [10] },
        Fails("upstream SSL certificate verify error", Failure.TlsCertificate, "The server's certificate is for "
            + "another name.", Observable.NameDiffers) with { Numbers = [62] },
        Fails("upstream SSL certificate verify error", Failure.TlsCertificate, "nginx does not trust who signed the "
            + "server's certificate.", Observable.ChainUntrusted) with { Numbers = [2, 18, 19, 20, 21, 23] },
        Fails("upstream SSL certificate verify error", Failure.TlsCertificate, "The server's certificate was refused."),
        Fails("upstream SSL certificate does not match", Failure.TlsCertificate, "The server's certificate is for "
            + "another name.", Observable.NameDiffers),
        Handshake("SSL_do_handshake() failed … wrong version number", Failure.TlsProtocol, "nginx speaks TLS and the "
            + "server answered in plain text.", Observable.ProtocolMixedUp),
        Handshake("SSL_do_handshake() failed … packet length too long", Failure.TlsProtocol, "nginx speaks TLS and the "
            + "server does not.", Observable.ProtocolMixedUp),
        Alert("… SSL alert number 40", "The server refused the handshake: often it was told no server "
            + "name (proxy_ssl_server_name is off by default), or no cipher is common."),
        Alert("… SSL alert number 112", "The server knows no site of the name it was told."),
        Alert("… SSL alert number 116", "The server wants a client certificate.",
            Observable.ClientCertificateWanted),
        Alert("… SSL alert number 42", "The server refused nginx's client certificate.",
            Observable.ClientCertificateWanted),
        Alert("… SSL alert number 48", "The server does not trust nginx's client certificate.",
            Observable.ClientCertificateWanted),
        Alert("… SSL alert number 70", "The server refused the version of TLS.",
            Observable.VersionRefused),
        Alert("… SSL alert number ", "The server ended the handshake with an alert."),
        Handshake("SSL_do_handshake() failed … unsupported protocol", Failure.TlsProtocol, "The two share no version "
            + "of TLS.", Observable.VersionRefused),
        Handshake("SSL_do_handshake() failed … unexpected eof while reading", Failure.TlsProtocol, "The server closed "
            + "in the middle of the handshake."),
        Fails("peer closed connection in SSL handshake", Failure.TlsProtocol, "The server closed in the middle of the "
            + "handshake.") with { During = InHandshake },
        Fails("SSL_do_handshake() failed", Failure.TlsProtocol, "The TLS handshake with the server failed.")
            with { During = InHandshake },
        Fails("… failed (", Failure.TlsProtocol, "The connection to the server broke in the TLS handshake.")
            with { During = InHandshake },
    ];

    private static Phrase Handshake(string words, Failure failure, string meaning, params Observable[] yes)
        => Fails(words, failure, meaning, yes) with { During = InHandshake };

    // TLS 1.3 refuses a client certificate only after the handshake, when the answer is read.
    private static Phrase Alert(string words, string meaning, params Observable[] yes)
        => Fails(words, Failure.TlsAlert, meaning, yes)
            with
        { During = [NginxAction.Handshaking, NginxAction.Sending, NginxAction.ReadingHeader] };
}
