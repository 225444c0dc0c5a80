using static Weir.Probing.Answers.Mark;
using static Weir.Vocabulary.Failure;

namespace Weir.Probing.Answers.Families;

/// <summary>Akamai: the reference number opens the log of the edge.</summary>
internal static class AkamaiFamily
{
    public static readonly IReadOnlyList<Fingerprint> All =
    [
        new("Akamai", AnswererRole.Cdn)
        {
            Writes =
            [
                Body("Reference&#32;&#35;", 5), Body("Reference #", 3),
                Body("<TITLE>Service Unavailable - DNS failure", 5),
                Body("edgesuite.net", 4), Body("An error occurred while processing your request.", 2),
            ],
            Speaks =
            [
                Server("AkamaiGHost", 6), Field("X-Akamai-Request-Id"), Field("Akamai-Grn"), Field("X-Akamai-Staging"),
            ],
            Says =
            [
                new(Body("Service Unavailable - DNS failure"), NameNotFound, NameServerFailed, NameTimeout),
                new(Body("The proxy server did not receive a timely response"), HeadersTimeout, ConnectTimeout),
                new(Body("Reference #30."), TlsProtocol, TlsAlert, TlsCertificate),
                new(Body("Reference&#32;&#35;30&#46;"), TlsProtocol, TlsAlert, TlsCertificate),
            ],
        },
    ];
}
