namespace Weir.Vocabulary;

/// <summary>
/// The closed list of causes. What is known of each stands in its file in <c>causes/</c>; the knowledge is refused
/// when a file is missing here or there.
/// </summary>
public static class CauseList
{
    /// <summary>Every cause id, grouped by category: the part before the dot.</summary>
    public static IReadOnlyList<string> Ids { get; } =
    [
        "overload.backlog-full", "overload.workers-busy", "overload.cpu", "overload.memory", "overload.connections",
        "overload.surge",
        "network.host-down", "network.no-route", "network.packet-loss", "network.latency", "network.mtu",
        "firewall.drop", "firewall.reject", "firewall.conntrack-full", "firewall.rate-limit", "firewall.idle-timeout",
        "upstream.not-listening", "upstream.crash-loop", "upstream.oom-killed", "upstream.hung", "upstream.database",
        "upstream.resources", "upstream.restarting",
        "dns.nxdomain", "dns.server-failure", "dns.timeout", "dns.stale", "dns.mismatch",
        "application.crash", "application.malformed-response", "application.headers-too-large", "application.slow",
        "application.error",
        "balancer.no-healthy-upstream", "balancer.bad-member", "balancer.stale-connection", "balancer.health-check",
        "balancer.down",
        "tls.expired", "tls.untrusted", "tls.name-mismatch", "tls.version",
        "configuration.wrong-port", "configuration.wrong-address", "configuration.protocol-mismatch",
        "configuration.permission", "configuration.timeout", "configuration.loop",
        "third-party.down", "third-party.slow",
        "visitor.offline", "visitor.network", "visitor.resolver", "visitor.cookies", "visitor.cached",
        "visitor.browser", "visitor.blocked",
    ];

    /// <summary>The category of a cause: <c>upstream</c> of <c>upstream.hung</c>.</summary>
    public static string CategoryOf(string id) => id[..id.IndexOf('.', StringComparison.Ordinal)];
}
