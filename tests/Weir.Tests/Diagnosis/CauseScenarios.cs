using static Weir.Tests.Diagnosis.Seat;

namespace Weir.Tests.Diagnosis;

/// <summary>Every cause with what a look that can see it would answer, one row a case.</summary>
internal static partial class CauseScenarios
{
    public static IReadOnlyList<Scenario> All { get; } =
    [
        .. Overload(), .. Network(), .. Firewall(), .. Upstream(), .. Names(),
        .. Application(), .. Balancer(), .. Tls(), .. Configuration(), .. ThirdParty(), .. Visitor(),
    ];

    private static Scenario[] Overload() =>
    [
        new("overload.backlog-full", "silent, some get in late, the queue overflows", FromInside, "connect-timeout",
            "accept-queue-full listen-overflows-rising some-attempts-connect other-port-answers intermittent"),
        new("overload.backlog-full", "a unix socket's queue is full", FromInside, "limit-reached",
            "accept-queue-full instant-failure gateway-made-it intermittent"),
        new("overload.backlog-full", "from outside: some attempts get in late", Unreached, "connect-timeout",
            "some-attempts-connect other-port-answers", "packets-lost"),
        new("overload.workers-busy", "max_children reached", FromInside, "headers-timeout",
            "workers-busy every-path-slow fixed-duration gateway-made-it intermittent",
            "only-some-paths nothing-completes waits-for-outside"),
        new("overload.workers-busy", "the queue behind busy workers fills too", FromInside, "headers-timeout",
            "workers-busy every-path-slow accept-queue-full intermittent",
            "only-some-paths nothing-completes waits-for-outside"),
        new("overload.cpu", "no processor time", FromInside, "headers-timeout",
            "processor-saturated every-path-slow slow-near-limit intermittent", "only-some-paths waits-for-outside"),
        new("overload.cpu", "no processor time, and all workers wait for it", FromInside, "headers-timeout",
            "processor-saturated workers-busy every-path-slow", "only-some-paths waits-for-outside rate-surged"),
        new("overload.cpu", "the body stops", FromInside, "body-timeout", "processor-saturated every-path-slow",
            "only-some-paths"),
        new("overload.memory", "thrashing", FromInside, "headers-timeout",
            "memory-exhausted every-path-slow slow-near-limit intermittent", "only-some-paths"),
        new("overload.memory", "out of memory, nothing killed yet", FromInside, "closed-before-headers",
            "memory-exhausted intermittent every-path-slow", "only-reused-connections only-some-paths"),
        new("overload.connections", "no local port left", FromInside, "connect-exhausted",
            "gateway-limit-reached instant-failure upstream-works-directly gateway-made-it intermittent"),
        new("overload.connections", "worker_connections are used up", FromInside, "closed-before-headers",
            "gateway-limit-reached instant-failure upstream-works-directly intermittent"),
        new("overload.surge", "a flash crowd", FromInside, "headers-timeout",
            "rate-surged workers-busy every-path-slow intermittent", "waits-for-outside"),
        new("overload.surge", "a flash crowd fills the queue and the processor", FromInside, "headers-timeout",
            "rate-surged workers-busy processor-saturated accept-queue-full intermittent", "waits-for-outside"),
    ];

    private static Scenario[] Network() =>
    [
        new("network.host-down", "silent on every port", FromInside, "connect-timeout", "every-path-slow",
            "other-port-answers some-attempts-connect trace-reaches-host listener-present process-running "
            + "other-source-connects"),
        new("network.host-down", "the neighbour does not answer", Unreached, "connect-unreachable",
            "neighbour-failed", "filter-answered other-port-answers recovering"),
        new("network.host-down", "from outside: silent, and no other port answers", Unreached, "connect-timeout",
            "", "other-port-answers some-attempts-connect recovering trace-reaches-host"),
        new("network.no-route", "network unreachable", Unreached, "connect-unreachable",
            "route-missing instant-failure", "filter-answered other-port-answers recovering"),
        new("network.no-route", "a router reports it", Unreached, "connect-unreachable",
            "router-answered", "filter-answered neighbour-failed other-port-answers recovering trace-reaches-host"),
        new("network.packet-loss", "handshakes are lost", FromInside, "connect-timeout",
            "packets-lost some-attempts-connect intermittent other-port-answers"),
        new("network.packet-loss", "answers are lost", FromInside, "headers-timeout", "packets-lost intermittent",
            "only-some-paths round-trip-slow"),
        new("network.latency", "the other side of the world", Reached, "headers-timeout",
            "round-trip-slow every-path-slow", "packets-lost intermittent"),
        new("network.latency", "seen by the gateway", FromInside, "tls-timeout", "round-trip-slow every-path-slow"),
        new("network.mtu", "the large answers vanish", FromInside, "headers-timeout",
            "only-large-packets-vanish only-some-paths fixed-duration", "packets-lost round-trip-slow"),
        new("network.mtu", "the certificate vanishes", Reached, "tls-timeout",
            "only-large-packets-vanish other-port-answers", "packets-lost intermittent"),
    ];

    private static Scenario[] Firewall() =>
    [
        new("firewall.drop", "the rule counts", FromInside, "connect-timeout",
            "firewall-rule-counts other-port-answers other-source-connects",
            "some-attempts-connect filter-answered recovering"),
        new("firewall.drop", "from outside: silent, other ports answer", Unreached, "connect-timeout",
            "other-port-answers", "some-attempts-connect recovering"),
        new("firewall.reject", "the rule counts, a reset is sent in the host's name", FromInside, "connect-refused",
            "firewall-rule-counts other-port-answers instant-failure", "kernel-sent-reset recovering"),
        new("firewall.reject", "ICMP says prohibited", Unreached, "connect-prohibited",
            "filter-answered other-port-answers instant-failure", "recovering"),
        new("firewall.conntrack-full", "the table is full", FromInside, "connect-timeout",
            "conntrack-full some-attempts-connect intermittent other-port-answers"),
        new("firewall.rate-limit", "a limit rule counts", FromInside, "connect-timeout",
            "rate-limit-rule-counts firewall-rule-counts new-connections-fail-in-bursts some-attempts-connect "
            + "intermittent other-port-answers"),
        new("firewall.rate-limit", "bursts are refused, slow callers get in", Unreached, "connect-prohibited",
            "new-connections-fail-in-bursts filter-answered some-attempts-connect intermittent recovering"),
        new("firewall.idle-timeout", "long idle connections are dead", FromInside, "headers-timeout",
            "idle-connections-forgotten only-reused-connections upstream-works-directly intermittent"),
        new("firewall.idle-timeout", "a late reset", FromInside, "stale-connection",
            "idle-connections-forgotten only-reused-connections upstream-works-directly intermittent"),
    ];

    private static Scenario[] Upstream() =>
    [
        new("upstream.not-listening", "the service is not started", FromInside, "connect-refused",
            "kernel-sent-reset instant-failure other-port-answers every-path-slow gateway-made-it",
            "listener-present process-running filter-answered recovering intermittent"),
        new("upstream.not-listening", "it was stopped", FromInside, "connect-refused",
            "kernel-sent-reset instant-failure stopped-on-purpose",
            "listener-present process-running filter-answered recovering"),
        new("upstream.not-listening", "502 by nginx at once, on every path", Reached, "502 made by nginx",
            "gateway-made-it instant-failure every-path-slow", "only-some-paths intermittent",
            Least: 0.15), // nginx says 502 for a dozen failures; its log knows which.
        new("upstream.not-listening", "the socket file is missing", FromInside, "connect-denied", "instant-failure",
            "listener-present process-running"),
        new("upstream.not-listening", "on this very machine, unprivileged", Unreached, "connect-refused",
            "instant-failure", "listener-present listener-on-other-address filter-answered recovering"),
        new("upstream.crash-loop", "between two starts", FromInside, "connect-refused",
            "restart-counter-rising process-started-just-before crash-in-log kernel-sent-reset instant-failure",
            "listener-present process-running"),
        new("upstream.crash-loop", "it died with requests under way, and keeps dying", FromInside,
            "closed-before-headers",
            "restart-counter-rising process-started-just-before crash-in-log every-path-slow",
            "listener-present process-running only-some-paths"),
        new("upstream.oom-killed", "killed during a request", FromInside, "closed-before-headers",
            "oom-kill-recent process-started-just-before intermittent"),
        new("upstream.oom-killed", "killed again and again", FromInside, "connect-refused",
            "oom-kill-recent restart-counter-rising process-started-just-before kernel-sent-reset",
            "listener-present process-running"),
        new("upstream.hung", "a deadlock", FromInside, "headers-timeout",
            "nothing-completes every-path-slow fixed-duration gateway-made-it",
            "only-some-paths upstream-works-directly intermittent waits-for-outside completes-late"),
        new("upstream.hung", "from outside: every path hangs", Reached, "headers-timeout", "every-path-slow",
            "only-some-paths intermittent round-trip-slow packets-lost only-large-packets-vanish",
            Least: 0.3), // Workers that are all busy look the same from outside.
        new("upstream.database", "too many connections", FromInside, "upstream-error",
            "database-complaint database-at-limit application-made-it", "gateway-made-it"),
        new("upstream.database", "every worker waits for the database", FromInside, "headers-timeout",
            "database-complaint database-at-limit workers-busy", "waits-for-outside"),
        new("upstream.resources", "the disk is full", FromInside, "upstream-error", "disk-full application-made-it",
            "gateway-made-it"),
        new("upstream.resources", "no descriptor left", FromInside, "closed-before-headers",
            "upstream-limit-used-up crash-in-log intermittent", "only-reused-connections"),
        new("upstream.resources", "no thread left, silent", FromInside, "connect-timeout",
            "upstream-limit-used-up accept-queue-full other-port-answers"),
        new("upstream.restarting", "a deploy", FromInside, "connect-refused",
            "stopped-on-purpose process-started-just-before recovering kernel-sent-reset instant-failure"),
        new("upstream.restarting", "a deploy cuts requests", FromInside, "closed-before-headers",
            "stopped-on-purpose process-started-just-before recovering intermittent"),
        new("upstream.restarting", "from outside: 503 with a notice, then well", Reached, "503",
            "maintenance-announced recovering intermittent"),
    ];
}
