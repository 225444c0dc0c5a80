using static Weir.Probing.Answers.Mark;
using static Weir.Vocabulary.Failure;

namespace Weir.Probing.Answers.Families;

/// <summary>Envoy and the meshes: plain text that names the reset reason, or a field of the mesh.</summary>
internal static class EnvoyFamily
{
    private const string Reset = "upstream connect error or disconnect/reset before headers";

    private static readonly IReadOnlyList<Mark> Page =
    [
        Body(Reset, 6), WholeBody("no healthy upstream", 5), WholeBody("upstream request timeout", 5),
        WholeBody("stream timeout", 3), WholeBody("upstream max stream duration reached", 5),
    ];

    private static readonly IReadOnlyList<Mark> Passed = [Field("X-Envoy-Upstream-Service-Time")];

    private static readonly IReadOnlyList<Saying> Words =
    [
        new(Body("CERTIFICATE_VERIFY_FAILED"), TlsCertificate),
        new(Body("_ALERT_"), TlsAlert),
        new(Body("WRONG_VERSION_NUMBER"), TlsProtocol),
        new(Body("TLS error"), TlsProtocol, TlsAlert, TlsCertificate),
        new(Body("TLS_error"), TlsProtocol, TlsAlert, TlsCertificate),
        new(Body("connect error: Connection refused"), ConnectRefused),
        new(Body("connect error: 111"), ConnectRefused),
        new(Body("connect error: No route to host"), ConnectUnreachable),
        new(Body("connect error: Network is unreachable"), ConnectUnreachable),
        new(Body("connect error: 113"), ConnectUnreachable),
        new(Body("reset reason: connection timeout"), ConnectTimeout),
        new(Body("reset reason: remote connection failure"), ConnectRefused, ConnectUnreachable, TlsProtocol, TlsAlert),
        new(Body("reset reason: local connection failure"), ConnectUnreachable, ConnectExhausted, ConnectDenied),
        new(
            Body("reset reason: connection failure"), ConnectRefused, ConnectTimeout, ConnectUnreachable, TlsProtocol,
            TlsAlert),
        new(Body("reset reason: connection refused"), ConnectRefused),
        new(Body("reset reason: timeout"), ConnectTimeout, HeadersTimeout),
        new(Body("reset reason: connection termination"), ClosedBeforeHeaders, ResetBeforeHeaders, StaleConnection),
        new(Body("reset reason: termination"), ClosedBeforeHeaders, ResetBeforeHeaders, StaleConnection),
        new(Body("reset reason: remote refused stream reset"), StreamRefused),
        new(Body("reset reason: remote reset"), ResetBeforeHeaders, StreamRefused),
        new(Body("reset reason: overflow"), LimitReached),
        new(Body("reset reason: protocol error"), HeadersMalformed, HeadersTooLarge),
        new(WholeBody("no healthy upstream"), NoHealthyUpstream),
        new(WholeBody("upstream request timeout"), HeadersTimeout),
        new(WholeBody("stream timeout"), HeadersTimeout),
        new(WholeBody("upstream max stream duration reached"), HeadersTimeout),
    ];

    public static readonly IReadOnlyList<Fingerprint> All =
    [
        new("Envoy", AnswererRole.Gateway)
        {
            Writes = Page, PassesOn = Passed, Says = Words,
            Speaks = [Server("envoy"), Field("X-Envoy-Response-Flags"), Field("X-Envoy-Decorator-Operation")],
        },
        new("Istio", AnswererRole.Gateway)
        {
            Writes = Page, PassesOn = [Server("istio-envoy", 2), Field("X-Envoy-Upstream-Service-Time", "", 2)],
            Says = Words, Speaks = [Server("istio-envoy")],
        },
        new("Linkerd", AnswererRole.Gateway)
        {
            Writes = [EmptyBody()],
            Speaks = [Field("l5d-proxy-error", "", 5), Field("l5d-proxy-connection", "", 4)],
            Says =
            [
                new(Field("l5d-proxy-error", "Connection refused"), ConnectRefused),
                new(Field("l5d-proxy-error", "connect timed out"), ConnectTimeout),
                new(Field("l5d-proxy-error", "No route to host"), ConnectUnreachable),
                new(Field("l5d-proxy-error", "connection closed before message completed"), ClosedBeforeHeaders),
                new(Field("l5d-proxy-error", "Connection reset"), ResetBeforeHeaders),
                new(Field("l5d-proxy-error", "unavailable"), NoHealthyUpstream),
                new(Field("l5d-proxy-error", "timed out"), HeadersTimeout, ConnectTimeout),
            ],
        },
    ];
}
