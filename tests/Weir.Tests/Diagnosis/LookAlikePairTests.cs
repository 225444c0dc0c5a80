using Weir.Diagnosis;
using Weir.Knowledge;
using Weir.Tests.Kit;
using static Weir.Tests.Diagnosis.Seat;

namespace Weir.Tests.Diagnosis;

/// <summary>Causes that look alike on the wire, told apart in each direction by the look that separates them.</summary>
public sealed class LookAlikePairTests
{
    // The other causes of a group may keep at most this share of the first one's confidence.
    private const double MostLeft = 0.25;

    private static readonly Judge Judge = new(KnowledgeBase.Shipped);

    private static readonly Dictionary<string, Scenario[]> Groups = new()
    {
        ["refused by the host, or by a firewall"] =
        [
            new("upstream.not-listening", "nothing listens, the kernel refuses", Bare, "connect-refused",
                "other-port-answers kernel-sent-reset instant-failure", "listener-present firewall-rule-counts"),
            new("firewall.reject", "something listens, a rule counts", Bare, "connect-refused",
                "other-port-answers listener-present firewall-rule-counts instant-failure", "kernel-sent-reset"),
        ],
        ["refused, seen from outside"] =
        [
            new("upstream.not-listening", "no ICMP error", Unreached, "connect-refused",
                "other-port-answers instant-failure", "filter-answered recovering",
                Least: 0.35), // A filter may send the reset itself, and much else refuses.
            new("firewall.reject", "an ICMP error that only a filter sends", Unreached, "connect-refused",
                "other-port-answers instant-failure filter-answered", "recovering"),
        ],
        ["dropped by a firewall, host down, or a full queue"] =
        [
            new("firewall.drop", "the host answers, this port never", Unreached, "connect-timeout",
                "other-port-answers", "some-attempts-connect recovering"),
            new("network.host-down", "no port answers", Unreached, "connect-timeout",
                "", "other-port-answers some-attempts-connect recovering trace-reaches-host"),
            new("overload.backlog-full", "some get in late", Unreached, "connect-timeout",
                "other-port-answers some-attempts-connect", "packets-lost"),
        ],
        ["closed: a crash, the keep-alive race, or a restart"] =
        [
            new("application.crash", "a crash in the log", FromInside, "closed-before-headers", "crash-in-log",
                "only-reused-connections"),
            new("balancer.stale-connection", "only on reused connections", FromInside, "closed-before-headers",
                "only-reused-connections upstream-works-directly"),
            new("upstream.restarting", "stopped on purpose", FromInside, "closed-before-headers",
                "stopped-on-purpose process-started-just-before recovering", "only-reused-connections"),
        ],
        ["slow: the application, its workers, or a third party"] =
        [
            new("application.slow", "only this page", FromInside, "headers-timeout", "fixed-duration only-some-paths",
                "every-path-slow waits-for-outside"),
            new("overload.workers-busy", "every page, no worker is free", FromInside, "headers-timeout",
                "fixed-duration every-path-slow workers-busy", "only-some-paths waits-for-outside nothing-completes"),
            new("third-party.slow", "the workers wait for a foreign address", FromInside, "headers-timeout",
                "fixed-duration every-path-slow workers-busy waits-for-outside", "only-some-paths nothing-completes"),
        ],
        ["the gateway's own 502, or one passed on"] =
        [
            new("upstream.not-listening", "nginx made it", Bare, "502 made by nginx",
                "gateway-made-it instant-failure", "listener-present application-made-it",
                Least: 0.4), // The port may also be the wrong one.
            new("application.error", "nginx passed it on", Bare, "502 passed on by nginx",
                "application-made-it instant-failure", "gateway-made-it"),
        ],
        ["the name does not exist, or its server is down"] =
        [
            new("dns.nxdomain", "denied", Bare, "502 made by nginx", "gateway-made-it authoritative-denies",
                "name-servers-silent name-exists-elsewhere"),
            new("dns.timeout", "silent", Bare, "502 made by nginx", "gateway-made-it name-servers-silent",
                "authoritative-denies other-sites-fail"),
        ],
        ["a stale address, or a dead host"] =
        [
            new("dns.stale", "the name has another address, which works", Bare, "connect-timeout",
                "used-address-differs current-address-works", "other-port-answers"),
            new("network.host-down", "the name still has this address", Bare, "connect-timeout",
                "", "used-address-differs current-address-works other-port-answers trace-reaches-host"),
        ],
        ["the visitor's own network, or the site"] =
        [
            new("visitor.network", "other sites fail, others are well", Bare, "connect-timeout",
                "other-sites-fail other-source-connects", "others-see-it-too network-down local-gateway-silent"),
            new("firewall.drop", "other sites are well, others see it too", Bare, "connect-timeout",
                "others-see-it-too other-port-answers", "other-sites-fail network-down some-attempts-connect"),
        ],
        ["dropped for everybody, or for this visitor"] =
        [
            new("firewall.drop", "everybody", Bare, "connect-timeout", "others-see-it-too other-port-answers",
                "some-attempts-connect"),
            new("visitor.blocked", "this visitor", Bare, "connect-timeout", "refuses-visitor other-port-answers",
                "some-attempts-connect others-see-it-too"),
        ],
        ["the gateway itself, or its upstream, does not run"] =
        [
            new("balancer.down", "a gateway should answer here", Bare, "connect-refused",
                "gateway-expected kernel-sent-reset", "gateway-running listener-present"),
            new("upstream.not-listening", "the gateway runs", Bare, "connect-refused",
                "gateway-running kernel-sent-reset", "gateway-expected listener-present process-running"),
        ],
        ["a slow page, or time-outs that do not nest"] =
        [
            new("application.slow", "they nest", Bare, "headers-timeout", "fixed-duration only-some-paths",
                "timeouts-do-not-nest waits-for-outside"),
            new("configuration.timeout", "they do not", Bare, "headers-timeout",
                "fixed-duration only-some-paths timeouts-do-not-nest", "waits-for-outside"),
        ],
        ["an untrusted certificate, or an interceptor's"] =
        [
            new("tls.untrusted", "the site's own", Bare, "tls-certificate", "chain-untrusted",
                "interceptor-answers certificate-expired"),
            new("visitor.network", "an interceptor's", Bare, "tls-certificate", "chain-untrusted interceptor-answers",
                "certificate-expired"),
        ],
        ["no request completes, or only few do"] =
        [
            new("upstream.hung", "none", Bare, "headers-timeout", "every-path-slow nothing-completes", "workers-busy"),
            new("overload.workers-busy", "few", Bare, "headers-timeout", "every-path-slow workers-busy",
                "nothing-completes waits-for-outside processor-saturated"),
        ],
        ["the gateway's limit, or the application's"] =
        [
            new("overload.connections", "the gateway's", Bare, "closed-before-headers",
                "gateway-limit-reached upstream-works-directly",
                "upstream-limit-used-up crash-in-log"),
            new("upstream.resources", "the application's", Bare, "closed-before-headers", "upstream-limit-used-up",
                "gateway-limit-reached only-reused-connections"),
        ],
    };

    public static TheoryData<string, string> Cases
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var (group, scenarios) in Groups)
            {
                foreach (var scenario in scenarios)
                {
                    data.Add(group, scenario.Cause);
                }
            }

            return data;
        }
    }

    [Theory, MemberData(nameof(Cases))]
    public void Look_alikes_are_told_apart(string group, string cause)
    {
        var scenario = Groups[group].Single(each => each.Cause == cause);
        var ranking = Judge.Decide(scenario.Testimony);
        var first = ranking.Suspects[0];
        Assert.True(first.Cause.Id == cause && first.Confidence >= scenario.Least, Told.Of(ranking));
        Assert.All(
            ranking.Suspects.Where(each => Groups[group].Any(other => other.Cause == each.Cause.Id)).Skip(1),
            other => Assert.True(other.Confidence <= first.Confidence * MostLeft, Told.Of(ranking)));
    }
}
