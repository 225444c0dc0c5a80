using static Weir.Probing.Answers.Mark;
using static Weir.Vocabulary.Failure;

namespace Weir.Probing.Answers.Families;

/// <summary>The gateways of Microsoft's cloud.</summary>
internal static class AzureFamily
{
    public static readonly IReadOnlyList<Fingerprint> All =
    [
        new("Azure Application Gateway", AnswererRole.Gateway)
        {
            Writes = [Body("<center>Microsoft-Azure-Application-Gateway", 6), Body("<center><h1>", 1)],
            Speaks = [Server("Microsoft-Azure-Application-Gateway", 6)],
            Says = [new(Status(504), HeadersTimeout, ConnectTimeout)],
            VersionAfter = ["Microsoft-Azure-Application-Gateway/v"],
        },
        new("Azure Front Door", AnswererRole.Cdn)
        {
            Writes = [Body("Our services aren't available right now"), Body("Error Info: ", 3), Body("Ref A: ", 3)],
            Speaks = [Field("X-Azure-Ref", "", 5)],
            Says =
            [
                new(Body("OriginConnectionRefused"), ConnectRefused),
                new(Body("OriginConnectionAborted"), ResetBeforeHeaders, ClosedBeforeHeaders),
                new(Body("OriginConnectionError"), ConnectRefused, ConnectUnreachable, ConnectTimeout),
                new(Body("OriginInvalidResponse"), HeadersMalformed),
                new(Body("OriginTimeout"), HeadersTimeout, ConnectTimeout),
                new(Body("ResponseHeaderTooBig"), HeadersTooLarge),
                new(Body("DNSNameNotResolved"), NameNotFound),
                new(Body("DNSTimeout"), NameTimeout),
                new(Body("DNSFailure"), NameServerFailed, NameNotFound),
                new(Body("CertificateNameCheckFailed"), TlsCertificate),
                new(Body("CertificateError"), TlsCertificate),
                new(Body("SSLInvalidRootCA"), TlsCertificate),
                new(Body("SSLMismatchedSNI"), TlsCertificate, TlsAlert),
                new(Body("SSLInvalidCipher"), TlsProtocol, TlsAlert),
                new(Body("SSLHandshakeError"), TlsProtocol, TlsAlert),
            ],
        },
        new("Azure App Service", AnswererRole.Platform)
        {
            Writes =
            [
                Body(":( Application Error"),
                Body("The specified CGI application encountered an error and the server terminated the process.", 4),
                Body("<title>Application Error</title>", 2),
            ],
            Speaks = [Field("Set-Cookie", "ARRAffinity")],
            Says = [new(Body("the server terminated the process"), ClosedBeforeHeaders)],
        },
    ];
}
