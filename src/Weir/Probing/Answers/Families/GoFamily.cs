using static Weir.Probing.Answers.Mark;
using static Weir.Vocabulary.Failure;

namespace Weir.Probing.Answers.Families;

/// <summary>
/// Gateways written in Go: empty or one-line answers. Go's own reverse proxy answers with nothing at all, which is no
/// sign of anybody, so it is not here.
/// </summary>
internal static class GoFamily
{
    public static readonly IReadOnlyList<Fingerprint> All =
    [
        new("Caddy", AnswererRole.Gateway)
        {
            Writes = [EmptyBody()],
            Speaks = [Server("Caddy")],
            PassesOn = [Field("Via", "Caddy")],
            Says = [new(Status(503), NoHealthyUpstream), new(Status(504), HeadersTimeout)],
            WritesMarkupOnly = true,
            VersionAfter = ["Caddy/"],
        },
        new("Traefik", AnswererRole.Gateway)
        {
            Writes =
            [
                WholeBody("Bad Gateway"), WholeBody("Gateway Timeout"), WholeBody("no available server", 4),
                WholeBody("Internal Server Error", 1), WholeBody("404 page not found", 1),
                NoField("Server"), Length(11, 1),
            ],
            Says =
            [
                new(WholeBody("no available server"), NoHealthyUpstream),
                new(WholeBody("Gateway Timeout"), HeadersTimeout, ConnectTimeout),
                new(WholeBody("404 page not found"), NoRoute),
            ],
        },
    ];
}
