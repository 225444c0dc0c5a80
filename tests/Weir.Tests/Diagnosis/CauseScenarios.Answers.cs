using static Weir.Tests.Diagnosis.Seat;

namespace Weir.Tests.Diagnosis;

internal static partial class CauseScenarios
{
    private static Scenario[] Application() =>
    [
        new("application.crash", "a segmentation fault", FromInside, "closed-before-headers",
            "crash-in-log only-some-paths instant-failure",
            "only-reused-connections upstream-works-directly"),
        new("application.crash", "during the body", FromInside, "body-cut-short", "crash-in-log only-some-paths"),
        new("application.crash", "from outside: one page closes, the others are well", Reached,
            "closed-before-headers", "only-some-paths instant-failure", "intermittent every-path-slow"),
        new("application.malformed-response", "a header line without a colon", Reached, "headers-malformed",
            "instant-failure", "protocol-mixed-up other-protocol-spoken intermittent"),
        new("application.malformed-response", "a bad header line on every path", Reached, "headers-malformed",
            "instant-failure every-path-slow", "protocol-mixed-up only-some-paths intermittent"),
        new("application.malformed-response", "a bad chunk", FromInside, "chunk-malformed", "only-some-paths"),
        new("application.headers-too-large", "upstream sent too big header", FromInside, "headers-too-large",
            "large-head instant-failure gateway-made-it", "only-with-cookies"),
        new("application.slow", "one report takes a minute", FromInside, "headers-timeout",
            "only-some-paths fixed-duration completes-late", "every-path-slow nothing-completes waits-for-outside"),
        new("application.slow", "gunicorn kills the worker", FromInside, "closed-before-headers",
            "worker-killed-for-time only-some-paths fixed-duration", "every-path-slow waits-for-outside"),
        new("application.slow", "from outside: one page hangs", Reached, "headers-timeout", "only-some-paths",
            "every-path-slow intermittent round-trip-slow packets-lost only-large-packets-vanish"),
        new("application.error", "a stack trace", Reached, "upstream-error",
            "application-made-it only-some-paths instant-failure", "gateway-made-it intermittent"),
        new("application.error", "an exception in the log", FromInside, "upstream-error",
            "application-made-it crash-in-log", "gateway-made-it"),
        new("application.error", "a bare 500 of nobody knows whom", Reached, "500",
            "only-some-paths instant-failure", "every-path-slow intermittent"),
        new("application.error", "nothing is known but that the next hop answered 5xx", Bare, "upstream-error",
            Least: 0.35), // Its database, a third party and a member of several are often behind it.
        new("application.error", "passed on by nginx", Reached, "500 passed on by nginx", "instant-failure",
            "gateway-made-it intermittent"),
        new("application.slow", "504 by nginx after a minute, on one page", Reached, "504 made by nginx",
            "gateway-made-it fixed-duration only-some-paths", "every-path-slow intermittent"),
    ];

    private static Scenario[] Balancer() =>
    [
        new("balancer.no-healthy-upstream", "no live upstreams", FromInside, "no-healthy-upstream",
            "all-members-down instant-failure gateway-made-it", "down-member-works upstream-works-directly"),
        new("balancer.no-healthy-upstream", "from outside: the page says so", Reached, "no-healthy-upstream",
            "all-members-down instant-failure gateway-made-it", "intermittent"),
        new("balancer.bad-member", "one of three refuses", FromInside, "connect-refused",
            "one-member-fails intermittent instant-failure"),
        new("balancer.bad-member", "one of two answers 500", FromInside, "upstream-error",
            "one-member-fails intermittent application-made-it", "gateway-made-it"),
        new("balancer.bad-member", "from outside: one address of two", Reached, "connect-refused",
            "one-member-fails intermittent instant-failure", "filter-answered"),
        new("balancer.stale-connection", "the keep-alive race", FromInside, "stale-connection",
            "only-reused-connections upstream-works-directly intermittent instant-failure",
            "idle-connections-forgotten"),
        new("balancer.stale-connection", "seen as a close", FromInside, "closed-before-headers",
            "only-reused-connections upstream-works-directly intermittent instant-failure",
            "idle-connections-forgotten"),
        new("balancer.health-check", "the checked path answers 404", FromInside, "no-healthy-upstream",
            "all-members-down down-member-works health-path-differs upstream-works-directly instant-failure"),
        new("balancer.health-check", "a member that is down works", FromInside, "no-healthy-upstream",
            "all-members-down down-member-works"),
        new("balancer.down", "nginx does not run", FromInside, "connect-refused",
            "gateway-expected kernel-sent-reset instant-failure upstream-works-directly",
            "gateway-running listener-present process-running"),
        new("balancer.down", "stopped, and nothing listens", FromInside, "connect-refused",
            "gateway-expected kernel-sent-reset instant-failure stopped-on-purpose other-port-answers",
            "gateway-running listener-present process-running recovering"),
        new("balancer.down", "its own fault", FromInside, "gateway-fault",
            "gateway-expected upstream-works-directly gateway-made-it every-path-slow", "gateway-running"),
    ];
}
