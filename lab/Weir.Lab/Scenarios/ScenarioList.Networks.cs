using Weir.Lab.Servers;
using Weir.Lab.Worlds;

namespace Weir.Lab.Scenarios;

public static partial class ScenarioList
{
    private static Scenario[] Networks() =>
    [
        new("host-gone", "Nobody has the application's address any more.", 502, async stage =>
        {
            var address = stage.AppAddress;
            stage.App.Run($"ip addr flush dev {stage.Back.RightDevice}");
            await stage.GatewayAsync($"location / {{ proxy_connect_timeout 5s; proxy_pass http://{address}:8080; }}");
        })
        { Causes = ["network.host-down"] },
        new("link-down", "The application's cable is cut.", 504, async stage =>
        {
            await stage.NodeAsync(Serves);
            await stage.ProxyAsync($"http://{stage.AppAddress}:8080");
            stage.App.Run($"ip link set {stage.Back.RightDevice} down");
        })
        { Causes = ["network.host-down"], Programs = [Node.ProgramName] },
        new("no-route", "The gateway has no route to the application's network.", 502,
            stage => stage.ProxyAsync("http://10.214.7.7:8080"))
        { Causes = ["network.no-route"] },
        new("packet-loss", "Two of five packets are lost.", 504, async stage =>
        {
            await stage.NodeAsync(Serves);
            await stage.GatewayAsync($$"""
                location / {
                    proxy_connect_timeout 1s;
                    proxy_read_timeout 1s;
                    proxy_pass http://{{stage.AppAddress}}:8080;
                }
                """);
            stage.App.Run("iptables -w 5 -A INPUT -m statistic --mode random --probability 0.6 -j DROP");
        })
        { Causes = ["network.packet-loss"], Programs = [Node.ProgramName, "iptables"], IsByChance = true },
        new("mtu-hole", "Large packets vanish on the way from the application.", 504, async stage =>
        {
            var middle = stage.World.AddContainer("middle");
            middle.Forward();
            var left = stage.World.Link(stage.Gateway, middle);
            var right = stage.World.Link(middle, stage.App);
            stage.Gateway.Run($"ip route add {right.RightV4}/32 via {left.RightV4}");
            stage.App.Run($"ip route add {left.LeftV4}/32 via {right.LeftV4}");
            await Node.StartAsync(
                stage.App,
                "require('http').createServer((q, r) => { r.setHeader('X-Long', 'x'.repeat(2000)); r.end('ok'); })"
                + ".listen(8080);",
                Readiness.Port(8080), stage.Stop);
            middle.Run("iptables -w 5 -A FORWARD -m length --length 1000:65535 -j DROP");
            await stage.ProxyAsync($"http://{right.RightV4}:8080");
        })
        { Causes = ["network.mtu"], Programs = [Node.ProgramName, "iptables"] },
    ];
}
