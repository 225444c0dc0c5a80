using Weir.Lab.Servers;
using Weir.Lab.Worlds;

namespace Weir.Lab.Scenarios;

public static partial class ScenarioList
{
    private static Scenario[] Connections() =>
    [
        new("nothing-listening", "The application is not started.", 502,
            stage => stage.ProxyAsync($"http://{stage.AppAddress}:8080"))
        { Causes = ["upstream.not-listening"] },
        new("wrong-port", "The application listens on 3000, the gateway asks at 8080.", 502, async stage =>
        {
            _ = stage.Back;
            await Node.StartAsync(stage.App, Serves.Replace("8080", "3000"), Readiness.Port(3000), stage.Stop);
            await stage.ProxyAsync($"http://{stage.AppAddress}:8080");
        })
        { Causes = ["configuration.wrong-port"], Programs = [Node.ProgramName] },
        new("own-loopback", "The gateway's container looks for the application at its own loopback.", 502,
            async stage =>
            {
                await stage.NodeAsync(Serves);
                await stage.ProxyAsync("http://127.0.0.1:8080");
            })
        { Causes = ["configuration.wrong-address"], Programs = [Node.ProgramName] },
        new("localhost-is-ipv6", "The gateway's localhost is ::1, the application's 127.0.0.1.", 502, async stage =>
        {
            await Node.StartAsync(
                stage.Gateway, Serves.Replace("8080", "8080, '127.0.0.1'"), Readiness.Port(8080), stage.Stop);
            stage.Gateway.Put("/etc/hosts", "::1 localhost\n");
            await stage.ProxyAsync("http://localhost:8080");
        })
        { Causes = ["configuration.wrong-address"], Programs = [Node.ProgramName] },
        new("bound-to-loopback", "The application listens on its own loopback only.", 502, async stage =>
        {
            await stage.NodeAsync(Serves.Replace("8080", "8080, '127.0.0.1'"));
            await stage.ProxyAsync($"http://{stage.AppAddress}:8080");
        })
        { Causes = ["configuration.wrong-address"], Programs = [Node.ProgramName] },
        new("hung-accepts", "The application takes every connection and never answers.", 504, async stage =>
        {
            await stage.NodeAsync("require('net').createServer(s => s.resume()).listen(8080);");
            await stage.ProxyAsync($"http://{stage.AppAddress}:8080");
        })
        { Causes = ["upstream.hung"], Programs = [Node.ProgramName] },
        new("hung-stopped", "The application's process is stopped.", 504, async stage =>
        {
            var node = await stage.NodeAsync(Serves);
            await stage.ProxyAsync($"http://{stage.AppAddress}:8080");
            node.Signal("STOP");
        })
        { Causes = ["upstream.hung"], Programs = [Node.ProgramName] },
        new("crash-loop", "The application dies at its start, again and again.", 502, async stage =>
        {
            _ = stage.Back;
            await Node.SuperviseAsync(
                stage.App, "setTimeout(() => { throw new Error('no configuration'); }, 100);", Readiness.Started,
                stage.Stop);
            await stage.ProxyAsync($"http://{stage.AppAddress}:8080");
        })
        { Causes = ["upstream.crash-loop"], Programs = [Node.ProgramName] },
        new("backlog-full", "The application no longer accepts, and its queue is full.", 504, async stage =>
        {
            // It waits for something else than connections, like a program that does slow work in its only thread.
            await stage.NodeAsync(
                "require('http').createServer((q, r) => r.end('ok')).listen(8080, '0.0.0.0', 2, () => "
                + "Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0));");
            await stage.ProxyAsync($"http://{stage.AppAddress}:8080");
            stage.Hold(stage.Back.RightV4, 8080, 8);
        })
        { Causes = ["overload.backlog-full", "upstream.hung"], Programs = [Node.ProgramName] },
        new("socket-missing", "The unix socket that the gateway asks at does not exist.", 502,
            stage => stage.ProxyAsync("http://unix:/run/app.sock:"))
        { Causes = ["upstream.not-listening"] },
        new("socket-forbidden", "The unix socket may be opened by its owner only.", 502, async stage =>
        {
            await Node.StartAsync(stage.Gateway, """
                require('http').createServer((q, r) => r.end('ok')).listen('/run/app.sock',
                    () => require('fs').chmodSync('/run/app.sock', 0o600));
                """, Readiness.UnixSocket("/run/app.sock"), stage.Stop);
            await stage.ProxyAsync("http://unix:/run/app.sock:");
        })
        { Causes = ["configuration.permission"], Programs = [Node.ProgramName] },
    ];
}
