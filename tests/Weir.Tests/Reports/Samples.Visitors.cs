using Weir.Diagnosis;
using Weir.Vocabulary;
using Diagnosed = Weir.Diagnosis.Diagnosis;

namespace Weir.Tests.Reports;

internal static partial class Samples
{
    public static Diagnosed Healthy { get; } = new()
    {
        Target = "https://shop.example/",
        At = At,
        Took = TimeSpan.FromMilliseconds(830),
        Verdict = Verdict.Healthy,
        Status = 200,
        Scope = Scope.Unknown,
        AnsweredBy = new("nginx", "1.22.1", "gateway", false),
        Evidence = [Seen("e1", Source.Probe, "visitor->gateway", "6 of 6 requests got 200 within 48 ms.", [])],
        Skipped = [new("Cookies of your browser", "they are in your browser", "--header 'Cookie: …'")],
        Redirects = ["301 https://shop.example/"],
        Path =
        [
            new("you", "", LinkState.Well), new("DNS", "192.0.2.10", LinkState.Well),
            new("TLS", "TLS 1.3", LinkState.Well), new("gateway", "nginx 1.22.1", LinkState.Well),
        ],
    };

    public static Diagnosed Expired { get; } = new()
    {
        Target = "https://old.example/",
        At = At,
        Took = TimeSpan.FromSeconds(1.1),
        Verdict = Verdict.Unreachable,
        Scope = Scope.Everyone,
        Failures = [new(Failure.TlsCertificate, "visitor->gateway", "[2001:db8::80]:443", 3, 3)],
        Causes =
        [
            Candidate("tls.expired", 0.985, "The certificate has expired",
                "The site's certificate was valid until a day that has passed, so browsers refuse the connection.",
                ["e1"], "Renew the certificate: `certbot renew`, then reload the gateway."),
        ],
        Evidence =
        [
            Seen("e1", Source.Probe, "visitor->gateway",
                "The certificate for old.example ended on 2026-11-20 12:00 UTC, 46 hours ago.", []),
        ],
        Next = ["openssl s_client -connect old.example:443 </dev/null | openssl x509 -noout -dates"],
        Path =
        [
            new("you", "", LinkState.Well), new("DNS", "2001:db8::80", LinkState.Well),
            new("gateway", "[2001:db8::80]:443", LinkState.Broken),
        ],
    };

    /// <summary>With secrets and hostile text in every place where they can come from outside.</summary>
    public static Diagnosed Cookies { get; } = new()
    {
        Target = "https://ann:hunter22@forum.example/thread?id=7&access_token=s3cr3t-Tok3n",
        At = At,
        Took = TimeSpan.FromSeconds(2.4),
        Verdict = Verdict.Degraded,
        Status = 200,
        Scope = Scope.OnlyYou,
        AnsweredBy = new("\e[31mEvil|Server\e[0m", "1.0\r\nX: y", "gateway", true),
        Failures = [new(Failure.UpstreamError, "visitor->gateway", "forum.example:443", 3, 8)],
        Causes =
        [
            Candidate("visitor.cookies", 0.91, "Only with this visitor's cookies",
                "The cookies that your browser keeps for this site make the request fail.",
                ["e1", "e2"], "nginx: Raise `large_client_header_buffers`, and find which cookie grows."),
        ],
        Evidence =
        [
            Seen("e1", Source.Probe, "visitor->gateway",
                "With Cookie: sid=0123456789abcdef; theme=dark it got 400, 3 times of 3.",
                new()
                {
                    ["Cookie"] = "sid=0123456789abcdef",
                    ["cookie_bytes"] = 9120,
                    ["url"] = "/?token=s3cr3t-Tok3n",
                }),
            Seen("e2", Source.Probe, "visitor->gateway", "Without cookies it got 200, 5 times of 5.", []),
            Seen("e3", Source.Gateway, "visitor->gateway",
                "The page says: <b>bad</b> | `x` \e]0;owned\a \u202E Authorization: Bearer abcdef.ghijkl", []),
        ],
        Steps = [new("Clear cookies", true, "without them 5 of 5 requests went well")],
        Contacts = ["mailto:help@forum.example"],
        Next = ["weir diagnose https://forum.example/ --header 'Cookie: …' with the cookies copied from the browser"],
    };
}
