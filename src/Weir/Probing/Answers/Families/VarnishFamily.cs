using static Weir.Probing.Answers.Mark;
using static Weir.Vocabulary.Failure;

namespace Weir.Probing.Answers.Families;

/// <summary>Varnish, and the network that is built on it. Both say 503 for every failure.</summary>
internal static class VarnishFamily
{
    public static readonly IReadOnlyList<Fingerprint> All =
    [
        new("Varnish", AnswererRole.Cdn)
        {
            Writes =
            [
                Body("<h3>Guru Meditation:</h3>", 4), Body("<p>XID: ", 4), Body("<p>Varnish cache server</p>", 2),
                Body("Backend fetch failed", 2),
            ],
            Speaks = [Server("Varnish"), Field("X-Varnish"), Field("Via", "varnish")],
            Says =
            [
                new(
                    Body("Backend fetch failed"), ConnectRefused, NoHealthyUpstream, ConnectTimeout, HeadersTimeout,
                    ClosedBeforeHeaders, HeadersMalformed),
            ],
            VersionAfter = ["Varnish/"],
        },
        new("Fastly", AnswererRole.Cdn)
        {
            Writes =
            [
                Body("<h3>Error 54113</h3>"), Body("Details: cache-"), Body("Fastly error: unknown domain"),
                Body("Varnish cache server", 1),
            ],
            Speaks =
            [
                Field("X-Served-By", "cache-", 4), Field("X-Timer"), Field("Via", "varnish", 2),
                Field("Fastly-Restarts"),
            ],
            Says = Words,
        },
    ];

    // The words stand in the reason phrase and in the body; HTTP/2 has only the body.
    private static IReadOnlyList<Saying> Words =>
    [
        new(Body("first byte timeout"), HeadersTimeout),
        new(Body("between bytes timeout"), BodyTimeout),
        new(Body("connection timed out"), ConnectTimeout),
        new(Body("onnection refused"), ConnectRefused),
        new(Body("Backend.max_conn reached"), LimitReached),
        new(Body("ackend is unhealthy"), NoHealthyUpstream),
        new(Body("All backends failed or unhealthy"), NoHealthyUpstream),
        new(Body("hostname doesn't match against certificate"), TlsCertificate),
        new(Body("SSL handshake error"), TlsProtocol, TlsAlert),
        new(Body("unknown domain"), NoRoute),
        new(Body("Loop detected"), Loop),
        new(Body("backend read error"), ClosedBeforeHeaders, ResetBeforeHeaders),
    ];
}
