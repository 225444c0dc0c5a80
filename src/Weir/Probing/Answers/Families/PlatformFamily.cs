using static Weir.Probing.Answers.Mark;
using static Weir.Vocabulary.Failure;

namespace Weir.Probing.Answers.Families;

/// <summary>Hosting platforms' own routers.</summary>
internal static class PlatformFamily
{
    public static readonly IReadOnlyList<Fingerprint> All =
    [
        new("Heroku", AnswererRole.Platform)
        {
            Writes = [Body("herokucdn.com/error-pages/", 6)],
            Speaks =
            [
                Field("Via", "vegur", 4), Field("Via", "heroku-router", 4), Server("Heroku"), Server("Cowboy", 1),
            ],
            Says = [new(Body("no-such-app"), NoRoute)],
        },
        new("Fly.io", AnswererRole.Platform)
        {
            Writes = [EmptyBody()],
            Speaks = [Server("Fly"), Field("Fly-Request-Id"), Field("Via", "fly.io")],
        },
        new("Vercel", AnswererRole.Platform)
        {
            Writes =
            [
                Body("An error occurred with this application.", 3), Body("ROUTER_EXTERNAL_TARGET_", 4),
                Body("FUNCTION_INVOCATION_", 4),
            ],
            Speaks = [Server("Vercel"), Field("X-Vercel-Error", "", 4), Field("X-Vercel-Id")],
            Says =
            [
                new(Field("X-Vercel-Error", "TARGET_HANDSHAKE_ERROR"), TlsProtocol, TlsAlert, TlsCertificate),
                new(
                    Field("X-Vercel-Error", "TARGET_CONNECTION_ERROR"), ConnectRefused, ConnectTimeout,
                    ConnectUnreachable),
                new(Field("X-Vercel-Error", "DNS_HOSTNAME_NOT_FOUND"), NameNotFound),
                new(Field("X-Vercel-Error", "FUNCTION_INVOCATION_TIMEOUT"), HeadersTimeout),
                new(Field("X-Vercel-Error", "FUNCTION_INVOCATION_FAILED"), ClosedBeforeHeaders),
            ],
        },
        new("Netlify", AnswererRole.Platform)
        {
            Writes = [Body("Function invocation failed", 3), Body("Internal Error. ID: ", 4)],
            Speaks = [Server("Netlify"), Field("X-Nf-Request-Id")],
            Says = [new(Body("Function invocation failed"), ClosedBeforeHeaders)],
        },
        new("Render", AnswererRole.Platform)
        {
            // Its own fields outweigh those of Cloudflare, through which it always answers.
            Writes = [Body("Bad Gateway", 2), Body("render.com", 2)],
            Speaks = [Field("X-Render-Routing", "", 14), Field("Rndr-Id", "", 14)],
            Says =
            [
                new(Field("X-Render-Routing", "no-server"), NoHealthyUpstream),
                new(Field("X-Render-Routing", "hibernate-wake-error"), NoHealthyUpstream),
            ],
        },
        new("Railway", AnswererRole.Platform)
        {
            Writes = [Body("\"message\":\"Application failed to respond\""), Body("\"request_id\":", 1)],
            Speaks = [Server("railway-edge"), Field("X-Railway-Fallback", "true")],
            Says = [new(Body("Application failed to respond"), ConnectRefused, HeadersTimeout, ClosedBeforeHeaders)],
        },
    ];
}
