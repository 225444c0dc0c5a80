using static Weir.Probing.Answers.Mark;
using static Weir.Vocabulary.Failure;

namespace Weir.Probing.Answers.Families;

/// <summary>
/// Cloudflare. A page with its three pictures under 502 or 504 is the origin's error; the bare page under the same
/// status is Cloudflare's own. The 52x are its own words for the hop behind it.
/// </summary>
internal static class CloudflareFamily
{
    private static readonly int[] Codes = [502, 503, 504, 520, 521, 522, 523, 524, 525, 526, 530, 1016, 1033];

    public static readonly IReadOnlyList<Fingerprint> All =
    [
        new("Cloudflare", AnswererRole.Cdn)
        {
            Writes =
            [
                Body("<hr><center>cloudflare</center>", 6), Body("Cloudflare Ray ID", 5), Body("cf-error-details", 4),
                .. Codes.Select(code => WholeBody($"error code: {code}", 4)),
            ],
            // It overwrites Server, so the field is never a hop behind it.
            Speaks = [Server("cloudflare", 12), Field("CF-RAY", "", 4), Field("cf-error-type")],
            Says =
            [
                new(Body("| 502: Bad gateway</title>"), UpstreamError),
                new(Body("| 504: Gateway time-out</title>"), UpstreamError),
                new(
                    Status(520), ClosedBeforeHeaders, ResetBeforeHeaders, HeadersMalformed, HeadersTooLarge,
                    StaleConnection),
                new(Status(521), ConnectRefused),
                new(Status(522), ConnectTimeout, HeadersTimeout),
                new(Status(523), ConnectUnreachable),
                new(Status(524), HeadersTimeout),
                new(Status(525), TlsProtocol, TlsAlert, TlsTimeout),
                new(Status(526), TlsCertificate),
                new(Body("Origin DNS error"), NameNotFound, NameServerFailed, NameTimeout),
                new(WholeBody("error code: 1016"), NameNotFound, NameServerFailed, NameTimeout),
                new(Body("Cloudflare Tunnel error"), NoHealthyUpstream),
                new(WholeBody("error code: 1033"), NoHealthyUpstream),
            ],
        },
    ];
}
