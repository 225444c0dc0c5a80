using static Weir.Tests.Diagnosis.Seat;

namespace Weir.Tests.Diagnosis;

internal static partial class CauseScenarios
{
    private static Scenario[] Names() =>
    [
        new("dns.nxdomain", "the zone denies the name", Bare, "name-not-found", "authoritative-denies",
            "authoritative-answers name-exists-elsewhere name-servers-silent own-resolver-wrong resolvers-disagree"),
        new("dns.nxdomain", "the one resolver that can be asked denies it", Bare, "name-not-found", "",
            "name-servers-silent network-down"),
        new("dns.server-failure", "SERVFAIL by DNSSEC", Bare, "name-server-failed", "validation-fails",
            "name-servers-silent name-exists-elsewhere own-resolver-wrong"),
        new("dns.server-failure", "a lame delegation", Bare, "name-server-failed", "delegation-broken",
            "name-servers-silent own-resolver-wrong validation-fails"),
        new("dns.timeout", "silent for everybody", Bare, "name-timeout", "name-servers-silent fixed-duration",
            "network-down other-sites-fail own-resolver-wrong"),
        new("dns.timeout", "the gateway's resolver is silent", FromInside, "name-timeout",
            "name-servers-silent gateway-made-it", "other-sites-fail"),
        new("dns.stale", "the name has moved, the old address is dead", FromInside, "connect-timeout",
            "used-address-differs current-address-works every-path-slow",
            "some-attempts-connect other-port-answers"),
        new("dns.stale", "somebody else lives at the old address", FromInside, "tls-certificate",
            "used-address-differs current-address-works name-differs"),
        new("dns.mismatch", "some resolvers know it, some do not", Bare, "name-not-found",
            "resolvers-disagree name-exists-elsewhere authoritative-answers", "own-resolver-wrong"),
        new("dns.mismatch", "two addresses, one is dead", Bare, "connect-timeout",
            "resolvers-disagree name-exists-elsewhere intermittent current-address-works", "own-resolver-wrong"),
    ];

    private static Scenario[] Tls() =>
    [
        new("tls.expired", "from outside", Reached, "tls-certificate", "certificate-expired",
            "chain-untrusted name-differs protocol-mixed-up other-protocol-spoken client-certificate-wanted"),
        new("tls.expired", "at the upstream", FromInside, "tls-certificate",
            "certificate-expired every-path-slow gateway-made-it", "chain-untrusted name-differs"),
        new("tls.untrusted", "self-signed", Reached, "tls-certificate", "chain-untrusted",
            "certificate-expired name-differs protocol-mixed-up other-protocol-spoken interceptor-answers"),
        new("tls.untrusted", "nobody looked for an interceptor", Reached, "tls-certificate", "chain-untrusted",
            "certificate-expired name-differs protocol-mixed-up other-protocol-spoken client-certificate-wanted"),
        new("tls.name-mismatch", "a certificate for another name", Reached, "tls-certificate", "name-differs",
            "certificate-expired chain-untrusted protocol-mixed-up other-protocol-spoken"),
        new("tls.name-mismatch", "the gateway sends no name", FromInside, "tls-alert",
            "works-with-server-name gateway-made-it", "certificate-expired chain-untrusted version-refused"),
        new("tls.version", "only old versions", Reached, "tls-alert", "version-refused",
            "certificate-expired chain-untrusted name-differs protocol-mixed-up client-certificate-wanted"),
        new("tls.version", "a client certificate is wanted", Reached, "tls-alert", "client-certificate-wanted",
            "certificate-expired chain-untrusted name-differs protocol-mixed-up version-refused"),
    ];

    private static Scenario[] Configuration() =>
    [
        new("configuration.wrong-port", "nothing there, the application is next door", FromInside, "connect-refused",
            "listener-on-other-port kernel-sent-reset instant-failure other-port-answers", "listener-present"),
        new("configuration.wrong-port", "another service answers", Reached, "headers-malformed",
            "other-protocol-spoken", "protocol-mixed-up intermittent"),
        new("configuration.wrong-address", "it listens on 127.0.0.1 only", FromInside, "connect-refused",
            "listener-on-other-address kernel-sent-reset instant-failure other-port-answers", "listener-present"),
        new("configuration.wrong-address", "localhost is ::1", FromInside, "connect-refused",
            "listener-on-other-address one-family-fails kernel-sent-reset instant-failure", "listener-present"),
        new("configuration.wrong-address", "from outside, on this machine", Unreached, "connect-refused",
            "listener-on-other-address instant-failure", "listener-present filter-answered recovering"),
        new("configuration.protocol-mismatch", "plain text to a TLS port", Reached, "closed-before-headers",
            "protocol-mixed-up every-path-slow instant-failure", "other-protocol-spoken intermittent"),
        new("configuration.protocol-mismatch", "TLS to a plain port", FromInside, "tls-protocol",
            "protocol-mixed-up instant-failure", "other-protocol-spoken intermittent version-refused"),
        new("configuration.permission", "mode 0600", FromInside, "connect-denied", "socket-forbidden instant-failure"),
        new("configuration.timeout", "the CDN gives up first", FromInside, "headers-timeout",
            "timeouts-do-not-nest completes-late fixed-duration only-some-paths",
            "every-path-slow nothing-completes waits-for-outside"),
        new("configuration.timeout", "read in the configurations only", FromInside, "headers-timeout",
            "timeouts-do-not-nest fixed-duration", "waits-for-outside"),
        new("configuration.loop", "proxy_pass leads back", FromInside, "loop", "seen-twice-in-path every-path-slow"),
        new("configuration.loop", "it ends at the gateway's limit", FromInside, "limit-reached",
            "seen-twice-in-path gateway-limit-reached"),
        new("configuration.loop", "redirects in a circle", Bare, "loop", "seen-twice-in-path"),
    ];

    private static Scenario[] ThirdParty() =>
    [
        new("third-party.down", "the payment service fails", FromInside, "upstream-error",
            "dependency-fails application-made-it only-some-paths", "gateway-made-it"),
        new("third-party.down", "from outside, with --depends-on", Reached, "500",
            "dependency-fails application-made-it", "gateway-made-it intermittent"),
        new("third-party.slow", "workers wait for one foreign address", FromInside, "headers-timeout",
            "waits-for-outside workers-busy fixed-duration", "nothing-completes"),
        new("third-party.slow", "from outside, with --depends-on", Reached, "headers-timeout", "dependency-slow",
            "dependency-fails intermittent round-trip-slow"),
    ];

    private static Scenario[] Visitor() =>
    [
        new("visitor.offline", "no card has an address", Bare, "connect-unreachable",
            "network-down route-missing other-sites-fail", "other-port-answers"),
        new("visitor.offline", "no name resolves", Bare, "name-timeout",
            "name-servers-silent other-sites-fail local-gateway-silent", "network-down"),
        new("visitor.network", "a captive portal", Reached, "tls-certificate",
            "interceptor-answers chain-untrusted", "certificate-expired others-see-it-too"),
        new("visitor.network", "others do not see it, other sites fail too", Unreached, "connect-timeout",
            "other-sites-fail other-source-connects", "others-see-it-too network-down refuses-visitor"),
        new("visitor.resolver", "only this resolver does not know it", Bare, "name-not-found",
            "own-resolver-wrong name-exists-elsewhere", "name-servers-silent others-see-it-too"),
        new("visitor.resolver", "the own resolver is silent, the public ones answer", Bare, "name-timeout",
            "own-resolver-wrong name-exists-elsewhere name-servers-silent", "network-down other-sites-fail"),
        new("visitor.resolver", "the own resolver fails, the public ones answer", Bare, "name-server-failed",
            "own-resolver-wrong name-exists-elsewhere", "name-servers-silent network-down validation-fails"),
        new("visitor.cookies", "well without them", Reached, "502", "only-with-cookies", "intermittent"),
        new("visitor.cookies", "the application chokes on them", Reached, "upstream-error",
            "only-with-cookies application-made-it", "gateway-made-it intermittent"),
        new("visitor.cached", "an old page", Reached, "502", "stale-copy instant-failure only-some-paths",
            "intermittent every-path-slow"),
        new("visitor.browser", "well as another browser", Reached, "502", "only-this-client", "intermittent"),
        new("visitor.browser", "a reset, well as another browser", Reached, "reset-before-headers",
            "only-this-client", "intermittent only-with-cookies"),
        new("visitor.browser", "well by HTTP/2 only", Reached, "closed-before-headers",
            "only-this-client instant-failure", "intermittent"),
        new("visitor.browser", "an old browser that knows no current TLS", Bare, "tls-alert",
            "only-this-client version-refused", "others-see-it-too"),
        new("visitor.browser", "HTTP/2 is refused, HTTP/1.1 is well", Reached, "stream-refused", "only-this-client"),
        new("visitor.blocked", "another address gets in", Unreached, "connect-timeout",
            "refuses-visitor other-source-connects", "others-see-it-too some-attempts-connect"),
        new("visitor.blocked", "a rule at the site counts, others are well", Unreached, "connect-timeout",
            "firewall-rule-counts refuses-visitor other-port-answers",
            "others-see-it-too some-attempts-connect"),
    ];
}
