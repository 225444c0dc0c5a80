using Weir.Lab.Servers;

namespace Weir.Lab.Scenarios;

public static partial class ScenarioList
{
    private static Scenario[] Healthy() =>
    [
        Well("quiet", "A site that is well and has no visitors.", Serves),
        new("busy", "A site that is well and has many visitors.", 200, async stage =>
        {
            await stage.NodeAsync(Serves);
            await stage.ProxyAsync($"http://{stage.AppAddress}:8080");
            await stage.AskAsync("/", 200);
        })
        { Programs = [Node.ProgramName] },
        Well("slow-but-well", "Every answer takes a second and a half, and the gateway waits for a minute.",
            "require('http').createServer((q, r) => setTimeout(() => r.end('ok'), 1500)).listen(8080);",
            "proxy_read_timeout 60s;"),
        new("old-errors", "It failed hours ago, which the log still tells.", 200, async stage =>
        {
            await stage.NodeAsync(Serves);
            await stage.ProxyAsync($"http://{stage.AppAddress}:8080");
            var past = stage.Clock.GetLocalNow().AddHours(-3);
            var lines = Enumerable.Range(0, 50).Select(number => FormattableString.Invariant(
                $"{past.AddSeconds(number):yyyy'/'MM'/'dd HH:mm:ss} [error] 7#7: *{number} connect() failed (111: ")
                + "Connection refused) while connecting to upstream, client: 10.0.0.9, server: , request: \"GET / "
                + $"HTTP/1.1\", upstream: \"http://{stage.AppAddress}:8080/\", host: \"{stage.Front.RightV4}\"");
            await File.WriteAllLinesAsync(stage.Gateway.PathOf(Nginx.ErrorLog), lines, stage.Stop);
        })
        { Programs = [Node.ProgramName] },
        new("php-well", "A page of php-fpm that is well.", 200, async stage =>
        {
            _ = stage.Back;
            await PhpFpm.StartAsync(stage.App, "echo 'ok';", "9000", stage.Stop);
            await stage.GatewayAsync($"location / {{ {PhpFpm.Location($"{stage.AppAddress}:9000")} }}");
        })
        { Programs = [PhpFpm.ProgramName] },
    ];

    private static Scenario Well(string name, string about, string script, string more = "")
        => new(name, about, 200, async stage =>
        {
            await stage.NodeAsync(script);
            await stage.ProxyAsync($"http://{stage.AppAddress}:8080", more);
        })
        { Programs = [Node.ProgramName] };
}
