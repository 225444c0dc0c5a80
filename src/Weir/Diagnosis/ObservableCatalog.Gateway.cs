using static Weir.Diagnosis.Observable;

namespace Weir.Diagnosis;

public static partial class ObservableCatalog
{
    private static ObservableTraits[] GatewayRows() =>
    [
        new(GatewayMadeIt, 0.6, "Did the gateway make the error itself, rather than pass one on?",
            "curl -si {site}: whose page and whose headers are these?"),
        new(GatewayExpected, 0.1, "Should a gateway answer at this very endpoint (its configuration or traces say so)?",
            "is a web server or balancer meant to run at {endpoint}?"),
        new(GatewayRunning, 0.97, "Does the gateway's own process run and accept connections?",
            "systemctl status nginx (or haproxy, apache2, caddy) on the gateway's host"),
        new(GatewayLimitReached, 0.02, "Has the gateway used up its own connections, descriptors or ports?",
            "grep -E 'worker_connections|Too many open files|Cannot assign' in the gateway's error log"),
        new(AllMembersDown, 0.03, "Does the gateway consider every server behind it down?",
            "the gateway's status page, or: grep -E 'no live upstreams|NOSRV|error state|no healthy' in its log",
            Correlation.Health),
        new(DownMemberWorks, 0.02, "Does a server that is marked down answer real requests well?",
            "curl -si http://{endpoint}/ from the gateway, of a server that is marked down", Correlation.Health),
        new(HealthPathDiffers, 0.02, "Does the health check's path answer differently from real requests?",
            "curl -si the health check's path with the health check's Host header", Correlation.Health),
        new(UpstreamWorksDirectly, 0.25,
            "Does the upstream answer the same request well when asked directly, on a fresh connection?",
            "curl -si http://{endpoint}/ -H 'Host: {name}' on the gateway's host"),
        new(TimeoutsDoNotNest, 0.04, "Is a time-out nearer to the visitor shorter than one deeper in the chain?",
            "list the time-outs from the outside in: each should be longer than the next one"),
        new(SeenTwiceInPath, 0.01, "Does the request pass the same gateway twice, or does the gateway point at itself?",
            "curl -si {site}: the same name twice in Via; and where proxy_pass leads"),
    ];

    private static ObservableTraits[] VisitorRows() =>
    [
        new(NetworkDown, 0.01, "Does the visitor's machine have no network at all?", "ip -br addr; ip route",
            Correlation.VisitorNetwork),
        new(LocalGatewaySilent, 0.01, "Does the visitor's own router not answer?", "ping the default gateway",
            Correlation.VisitorNetwork),
        new(OtherSitesFail, 0.03, "Do other, well-known sites fail from here as well?", "curl -sI https://example.com/",
            Correlation.VisitorNetwork),
        new(InterceptorAnswers, 0.01,
            "Does a proxy, VPN, antivirus or captive portal answer in the site's place?",
            "curl -sv {site} 2>&1 | grep -iE 'proxy|issuer|location'"),
        new(OwnResolverWrong, 0.02, "Does the visitor's resolver fail, or answer otherwise than others do?",
            "dig {host}; dig @1.1.1.1 {host}"),
        new(OnlyWithCookies, 0.01, "Does the site fail only with this visitor's cookies?",
            "weir diagnose {site} --header 'Cookie: …' with the cookies copied from the browser"),
        new(StaleCopy, 0.01, "Does the error come from a cache, while a fresh request goes well?",
            "curl -si {site} -H 'Cache-Control: no-cache': look at Age and X-Cache"),
        new(OnlyThisClient, 0.01, "Do other browsers, methods or protocol versions get a good answer?",
            "curl -si --http1.1 {site}; curl -si --http2 {site}; another browser"),
        new(RefusesVisitor, 0.02, "Does the site refuse this visitor's address?",
            "open the site over another connection, such as a telephone's"),
        new(OthersSeeItToo, 0.7, "Do others, elsewhere, see the same failure?",
            "ask somebody on another network, or: weir diagnose {site} on another machine"),
    ];
}
