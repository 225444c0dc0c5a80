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
            // Its sentences are broken into lines, here with LF and there with CRLF: a mark is part of one line.
            Writes =
            [
                Body("<address>Apache", 6), Body("-//IETF//DTD HTML 2.0//EN", 2), // up to 2.4.6x
                Body("http://www.w3.org/TR/html4/strict.dtd", 1), // since
                Body("<p>The proxy server received an invalid", 4), Body("response from an upstream server.<br />", 2),
                Body("request due to maintenance downtime or capacity", 4),
                Body("<p>The gateway did not receive a timely response", 4),
                Body("<p>The server encountered an internal error or", 4),
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
                new(Body("<p>The gateway did not receive a timely response"), HeadersTimeout),

                // Without a reason: a field line that is none, or one longer than ResponseFieldSize.
                new(Body("response from an upstream server.<br />"), HeadersMalformed, HeadersTooLarge),
            ],
            WritesMarkupOnly = true,
            VersionAfter = ["Apache/"],
        },
    ];
}
