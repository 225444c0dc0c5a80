using static Weir.Probing.Answers.Mark;
using static Weir.Vocabulary.Failure;

namespace Weir.Probing.Answers.Families;

/// <summary>Apache httpd: its page of a proxy error gives the reason in words.</summary>
internal static class ApacheFamily
{
    public static readonly IReadOnlyList<Fingerprint> All =
    [
        new("Apache", AnswererRole.Gateway)
        {
            Writes =
            [
                Body("<address>Apache", 6), Body("-//IETF//DTD HTML 2.0//EN", 2),
                Body("The proxy server received an invalid\nresponse from an upstream server.", 4),
                Body("due to maintenance downtime or capacity\nproblems.", 3),
                Body("The gateway did not receive a timely response\nfrom the upstream server or application.", 4),
                Body("The server encountered an internal error or\nmisconfiguration and was unable to complete\n", 3),
            ],
            Speaks = [Server("Apache"), Reason("Proxy Error", 2)],
            Says =
            [
                new(Body("Reason: <strong>DNS lookup failure for: "), NameNotFound, NameServerFailed, NameTimeout),
                new(Body("DNS lookup failure for: "), NameNotFound, NameServerFailed, NameTimeout),
                new(Body("Error during SSL Handshake with remote server"), TlsProtocol, TlsAlert, TlsCertificate),
                new(
                    Body("Reason: <strong>Error reading from remote server"), ClosedBeforeHeaders, ResetBeforeHeaders,
                    HeadersTimeout, HeadersMalformed),
                new(Body("Reason: <strong>Corrupt status line returned by remote server"), HeadersMalformed),
                new(Body("Reason: <strong>Document contains no data"), ClosedBeforeHeaders),
                new(Body("timely response\nfrom the upstream server"), HeadersTimeout),
            ],
            VersionAfter = ["Apache/"],
        },
    ];
}
