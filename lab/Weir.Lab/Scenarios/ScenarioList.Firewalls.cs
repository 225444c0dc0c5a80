using Weir.Lab.Servers;

namespace Weir.Lab.Scenarios;

public static partial class ScenarioList
{
    private static Scenario[] Firewalls() =>
    [
        Filtered("drop-far", "A firewall on the application's host drops.", 504, "firewall.drop",
            far: "iptables -A INPUT -p tcp --dport 8080 -j DROP"),
        Filtered("drop-near", "A firewall on the gateway's own host drops what leaves.", 504, "firewall.drop",
            near: "iptables -A OUTPUT -p tcp --dport 8080 -j DROP"),
        Filtered("reject-reset-far", "A firewall on the application's host refuses with a reset.", 502,
            "firewall.reject",
            far: "iptables -A INPUT -p tcp --dport 8080 -j REJECT --reject-with tcp-reset"),
        Filtered("reject-prohibited-far", "A firewall on the application's host says that it is prohibited.", 502,
            "firewall.reject",
            far: "iptables -A INPUT -p tcp --dport 8080 -j REJECT --reject-with icmp-admin-prohibited"),
        Filtered("reject-prohibited-near", "A firewall on the gateway's own host says that it is prohibited.", 502,
            "firewall.reject",
            near: "iptables -A OUTPUT -p tcp --dport 8080 -j REJECT --reject-with icmp-admin-prohibited"),
        Filtered("rate-limit", "A firewall lets in one new connection in five seconds.", 504, "firewall.rate-limit",
            far: "iptables -A INPUT -p tcp --dport 8080 --syn -m limit --limit 12/min --limit-burst 1 -j ACCEPT",
            last: "iptables -A INPUT -p tcp --dport 8080 --syn -j DROP"),
    ];

    private static Scenario Filtered(
        string name, string about, int status, string cause, string? far = null, string? near = null,
        string? last = null)
        => new(name, about, status, async stage =>
        {
            await stage.NodeAsync(Serves);
            await stage.ProxyAsync($"http://{stage.AppAddress}:8080");
            foreach (var (host, rule) in new[] { (stage.App, far), (stage.Gateway, near), (stage.App, last) })
            {
                if (rule is not null)
                {
                    host.Run(rule.Replace("iptables", "iptables -w 5", StringComparison.Ordinal));
                }
            }

            if (last is not null)
            {
                await stage.AskAsync("/"); // the one that is let in
            }
        })
        { Causes = [cause], Programs = [Node.ProgramName, "iptables"] };
}
