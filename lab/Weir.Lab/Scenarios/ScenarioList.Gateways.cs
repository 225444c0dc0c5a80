using Weir.Lab.Servers;

namespace Weir.Lab.Scenarios;

public static partial class ScenarioList
{
    private static Scenario[] Gateways() =>
    [
        new("gateway-down", "nginx is set up for the port and does not run.", 0, stage =>
        {
            Nginx.Install(stage.Gateway, "server { listen 80; location / { return 200 ok; } }");
            return Task.CompletedTask;
        })
        { Causes = ["balancer.down"] },
        new("loop", "The gateway sends each request to itself.", 502, stage
            => stage.ProxyAsync("http://127.0.0.1:80"))
        { Causes = ["configuration.loop"] },
        new("bad-member", "One of two servers refuses.", 502, async stage =>
        {
            await stage.NodeAsync(Serves);
            await stage.GatewayAsync(
                "location / { proxy_pass http://shop; proxy_next_upstream off; }",
                $"upstream shop {{ server {stage.AppAddress}:8080 max_fails=0; "
                + $"server {stage.AppAddress}:8081 max_fails=0; }}");
            await stage.AskAsync("/", 20);
        })
        { Causes = ["balancer.bad-member", "upstream.not-listening"], Programs = [Node.ProgramName] },
        new("keep-alive-race", "The application closes idle connections that the gateway goes on using.", 502,
            async stage =>
            {
                // A server that closes after each answer without saying so: every second request meets the close.
                await stage.NodeAsync(
                    "require('net').createServer(s => { let n = 0; s.on('error', () => {}); s.on('data', () => ++n > 1"
                    + " ? s.destroy() : s.write('HTTP/1.1 200 OK\\r\\nContent-Length: 2\\r\\n\\r\\nok'));"
                    + " }).listen(8080);");
                await stage.GatewayAsync(
                    "location / { proxy_pass http://shop; proxy_http_version 1.1; proxy_set_header Connection ''; "
                    + "proxy_next_upstream off; }",
                    $"upstream shop {{ server {stage.AppAddress}:8080 max_fails=0; keepalive 8; }}");
            })
        { Causes = ["balancer.stale-connection"], Programs = [Node.ProgramName] },
        new("worker-connections", "The gateway has no connection left.", 0, async stage =>
        {
            await stage.NodeAsync(
                "require('http').createServer((q, r) => q.url == '/slow' || r.end('ok')).listen(8080);");
            await stage.GatewayAsync(
                $"location / {{ proxy_pass http://{stage.AppAddress}:8080; proxy_read_timeout 30s; }}",
                connections: 12);
            stage.Request("/slow", 12);
            await stage.UntilAsync(() => stage.Gateway.Read(Nginx.ErrorLog).Contains(
                "worker_connections are not enough", StringComparison.Ordinal));
        })
        { Causes = ["overload.connections"], Programs = [Node.ProgramName] },
        new("descriptors", "The gateway's worker has no file descriptor left.", 500, async stage =>
        {
            await stage.NodeAsync(
                "require('http').createServer((q, r) => q.url == '/slow' || r.end('ok')).listen(8080);");
            await stage.GatewayAsync(
                $"location / {{ proxy_pass http://{stage.AppAddress}:8080; proxy_read_timeout 30s; }}",
                main: "worker_rlimit_nofile 24;");
            stage.Request("/slow", 20);
            await stage.UntilAsync(() => stage.Gateway.Read(Nginx.ErrorLog).Contains(
                "Too many open files", StringComparison.Ordinal));
        })
        { Causes = ["overload.connections"], Programs = [Node.ProgramName] },
        new("all-marked-down", "Both servers refuse and are marked down.", 502, async stage =>
        {
            await stage.GatewayAsync(
                "location / { proxy_pass http://shop; }",
                $"upstream shop {{ server {stage.AppAddress}:8080 max_fails=1; "
                + $"server {stage.AppAddress}:8081 max_fails=1; }}");
            await stage.AskAsync("/", 6);
        })
        { Causes = ["upstream.not-listening", "balancer.no-healthy-upstream"] },
    ];
}
