using static Weir.Probing.Answers.Mark;
using static Weir.Vocabulary.Failure;

namespace Weir.Probing.Answers.Families;

/// <summary>
/// HAProxy: a bare page with one sentence, without Server or Date. One page of 503 serves many failures.
/// </summary>
internal static class HaproxyFamily
{
    public static readonly IReadOnlyList<Fingerprint> All =
    [
        new("HAProxy", AnswererRole.Gateway)
        {
            Writes =
            [
                Body("The server returned an invalid or incomplete response.\n</body></html>"),
                Body("No server is available to handle this request.\n</body></html>"),
                Body("The server didn't respond in time.\n</body></html>"),
                Body("<html><body><h1>5", 1), Length(107), Length(92), NoField("Server"), NoField("Date"),
            ],
            Says =
            [
                new(
                    Body("No server is available to handle this request."), NoHealthyUpstream, ConnectRefused,
                    ConnectTimeout, ConnectUnreachable, ConnectProhibited, NameNotFound, NameServerFailed, NameTimeout,
                    TlsProtocol, TlsAlert, TlsCertificate, LimitReached),
                new(
                    Body("The server returned an invalid or incomplete response."), ClosedBeforeHeaders,
                    ResetBeforeHeaders, HeadersMalformed, HeadersTooLarge),
                new(Body("The server didn't respond in time."), HeadersTimeout),
            ],
        },
    ];
}
