using static Weir.Probing.Answers.Mark;
using static Weir.Vocabulary.Failure;

namespace Weir.Probing.Answers.Families;

/// <summary>nginx and what is built on it: one page shape, told apart by the name under the line.</summary>
internal static class NginxFamily
{
    private const string Heading = "<center><h1>";

    public static readonly IReadOnlyList<Fingerprint> All =
    [
        new("nginx", AnswererRole.Gateway)
        {
            Writes = [Body("<hr><center>nginx", 6), Body(Heading, 1)],
            Speaks = [Server("nginx")],
            Says = [new(Status(504), HeadersTimeout, ConnectTimeout)],
            WritesMarkupOnly = true,
            VersionAfter = ["nginx/"],
        },
        new("OpenResty", AnswererRole.Gateway)
        {
            Writes = [Body("<hr><center>openresty", 6), Body(Heading, 1)],
            Speaks = [Server("openresty")],
            Says = [new(Status(504), HeadersTimeout, ConnectTimeout)],
            WritesMarkupOnly = true,
            VersionAfter = ["openresty/"],
        },
        new("Tengine", AnswererRole.Gateway)
        {
            Writes = [Body("Powered by Tengine"), Body("<center>tengine", 6)],
            Speaks = [Server("Tengine")],
            Says = [new(Status(504), HeadersTimeout, ConnectTimeout)],
            WritesMarkupOnly = true,
            VersionAfter = ["Tengine/"],
        },
        new("ingress-nginx", AnswererRole.Gateway)
        {
            Writes = [Body("default backend - 404")],
            Says = [new(Body("default backend - 404"), NoRoute)],
        },
        new("Kong", AnswererRole.Gateway)
        {
            Writes =
            [
                Body("An invalid response was received from the upstream server", 4),
                Body("failure to get a peer from the ring-balancer"), Body("\"name resolution failed\"", 4),
                Body("The upstream server is timing out", 4),
            ],
            Speaks = [Server("kong"), Field("X-Kong-Response-Latency"), Field("X-Kong-Request-Id")],
            Says =
            [
                new(Body("failure to get a peer from the ring-balancer"), NoHealthyUpstream),
                new(Body("name resolution failed"), NameNotFound, NameServerFailed, NameTimeout),
                new(Body("The upstream server is timing out"), HeadersTimeout, ConnectTimeout),
            ],
            VersionAfter = ["kong/"],
        },
    ];
}
