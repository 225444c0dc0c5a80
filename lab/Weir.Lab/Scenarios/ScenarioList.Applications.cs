using Weir.Lab.Servers;

namespace Weir.Lab.Scenarios;

public static partial class ScenarioList
{
    private static Scenario[] Applications() =>
    [
        Scripted("headers-too-large", "The answer's head is larger than the gateway's buffer.", 502,
            "application.headers-too-large",
            "require('http').createServer((q, r) => { r.setHeader('Set-Cookie', 'a=' + 'x'.repeat(9000)); "
            + "r.end('ok'); }).listen(8080);"),
        Scripted("malformed-answer", "The answer's head is not valid HTTP.", 502, "application.malformed-response",
            "require('net').createServer(s => s.on('data', () => "
            + "s.end('HTTP/1.1 200 OK\\r\\nno colon here\\0\\r\\n\\r\\n'))).listen(8080);"),
        new("worker-crash", "A worker of gunicorn dies of each request.", 502, async stage =>
        {
            _ = stage.Back;
            await Gunicorn.StartAsync(stage.App, """
                import os, signal
                def app(environ, start_response):
                    os.kill(os.getpid(), signal.SIGSEGV)
                """, 8080, stage.Stop, workers: 3);
            await stage.ProxyAsync($"http://{stage.AppAddress}:8080");
        })
        { Causes = ["application.crash"], Programs = [Gunicorn.ProgramName] },
        new("php-crash", "A worker of php-fpm dies of each request.", 502, async stage =>
        {
            _ = stage.Back;
            await PhpFpm.StartAsync(stage.App, "posix_kill(posix_getpid(), 11);", "9000", stage.Stop);
            await stage.GatewayAsync($"location / {{ {PhpFpm.Location($"{stage.AppAddress}:9000")} }}");
        })
        { Causes = ["application.crash"], Programs = [PhpFpm.ProgramName] },
        new("slow-path", "One path takes longer than the gateway waits.", 504, async stage =>
        {
            stage.Path = "/report";
            await stage.NodeAsync(
                "require('http').createServer((q, r) => q.url == '/report' ? setTimeout(() => r.end('late'), 8000)"
                + " : (r.statusCode = q.url == '/' ? 200 : 404, r.end('ok'))).listen(8080);");
            await stage.ProxyAsync($"http://{stage.AppAddress}:8080");
        })
        { Causes = ["application.slow"], Programs = [Node.ProgramName] },
        Scripted("own-error", "The application itself answers 502.", 502, "application.error",
            "require('http').createServer((q, r) => { r.statusCode = 502; r.end('our billing is down'); })"
            + ".listen(8080);"),
        Scripted("own-exception", "The application answers 500 with a trace.", 500, "application.error",
            "require('http').createServer((q, r) => { r.statusCode = 500; r.end('TypeError: x is undefined\\n"
            + "    at handle (/srv/app.js:1:1)'); }).listen(8080);"),
        new("php-pool-busy", "Every worker of php-fpm waits.", 504, async stage =>
        {
            _ = stage.Back;
            await PhpFpm.StartAsync(
                stage.App, "if (strpos($_SERVER['REQUEST_URI'], 'slow')) { sleep(20); } echo 'ok';", "9000",
                stage.Stop);
            await stage.GatewayAsync($"location / {{ {PhpFpm.Location($"{stage.AppAddress}:9000")} }}"
                + $" location /slow {{ {PhpFpm.Location($"{stage.AppAddress}:9000")} fastcgi_read_timeout 30s; }}");
            stage.Request("/slow", 2);
            await stage.UntilAsync(() => ScenarioStage.Established(stage.App, 9000) >= 2);
        })
        { Causes = ["overload.workers-busy"], Programs = [PhpFpm.ProgramName] },
        new("gunicorn-busy", "Every worker of gunicorn waits.", 504, async stage =>
        {
            _ = stage.Back;
            await Gunicorn.StartAsync(stage.App, """
                import time
                def app(environ, start_response):
                    if 'slow' in environ['PATH_INFO']:
                        time.sleep(20)
                    start_response('200 OK', [('Content-Type', 'text/plain')])
                    return [b'ok']
                """, 8080, stage.Stop, workers: 2);
            await stage.GatewayAsync($"location / {{ proxy_pass http://{stage.AppAddress}:8080; }}"
                + $" location /slow {{ proxy_pass http://{stage.AppAddress}:8080; proxy_read_timeout 30s; }}");
            stage.Request("/slow", 2);
            await stage.UntilAsync(() => ScenarioStage.Established(stage.App, 8080) >= 2);
        })
        { Causes = ["overload.workers-busy"], Programs = [Gunicorn.ProgramName] },
    ];

    private static Scenario Scripted(string name, string about, int status, string cause, string script)
        => new(name, about, status, async stage =>
        {
            await stage.NodeAsync(script);
            await stage.ProxyAsync($"http://{stage.AppAddress}:8080");
        })
        { Causes = [cause], Programs = [Node.ProgramName] };
}
