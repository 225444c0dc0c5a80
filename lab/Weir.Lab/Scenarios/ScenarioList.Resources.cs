using Weir.Lab.Servers;
using Weir.Lab.Worlds;

namespace Weir.Lab.Scenarios;

public static partial class ScenarioList
{
    /// <summary>Room for Node itself and little more, in bytes.</summary>
    private const long LittleMemory = 110L * 1024 * 1024;

    private static Scenario[] Resources() =>
    [
        new("oom-kill", "Each request needs more memory than the application's group may have.", 502, async stage =>
        {
            stage.AppOptions = new ContainerOptions { MemoryBytes = LittleMemory };
            _ = stage.Back;
            await Node.SuperviseAsync(
                stage.App,
                "require('http').createServer((q, r) => { const b = []; while (b.length < 400) "
                + "b.push(Buffer.alloc(1 << 20, 7)); r.end('ok'); }).listen(8080);",
                Readiness.Port(8080), stage.Stop);
            await stage.ProxyAsync($"http://{stage.AppAddress}:8080");
        })
        { Causes = ["upstream.oom-killed"], Programs = [Node.ProgramName] },
        new("disk-full", "The disk that the application writes to is full.", 500, async stage =>
        {
            stage.AppOptions = new ContainerOptions { Folders = [new OwnFolder("/srv/data", 65536)] };
            _ = stage.Back;
            await PhpFpm.StartAsync(
                stage.App,
                "if (@file_put_contents('/srv/data/f' . getmypid(), str_repeat('x', 100000)) !== 100000) {"
                + " error_log('No space left on device'); http_response_code(500); echo 'cannot write'; }",
                "9000", stage.Stop);
            stage.App.Run("chmod 777 /srv/data");
            stage.App.Run("sh", "-c", "head -c 100000 /dev/zero > /srv/data/full || true");
            await stage.GatewayAsync($"location / {{ {PhpFpm.Location($"{stage.AppAddress}:9000")} }}");
        })
        { Causes = ["upstream.resources"], Programs = [PhpFpm.ProgramName] },
        new("database-full", "The database has no connection left.", 500, async stage =>
        {
            var (_, address) = await DatabaseAsync(stage, 4);
            await stage.GatewayAsync($"location / {{ {PhpFpm.Location($"{address}:9000")} }}");
        })
        { Causes = ["upstream.database"], Programs = [PhpFpm.ProgramName, "psql"] },
        new("database-down", "The database was stopped.", 500, async stage =>
        {
            var (database, address) = await DatabaseAsync(stage, 0);
            database.Signal("INT"); // a fast shutdown
            await database.EndAsync(stage.Stop);
            await stage.GatewayAsync($"location / {{ {PhpFpm.Location($"{address}:9000")} }}");
        })
        { Causes = ["upstream.database"], Programs = [PhpFpm.ProgramName, "psql"] },
    ];

    // An application in PHP with a PostgreSQL behind it of which so many connections are held.
    private static async Task<(HostProgram Database, string Address)> DatabaseAsync(ScenarioStage stage, int held)
    {
        var host = stage.World.AddContainer("db");
        var address = stage.AppAddress;
        var cable = stage.World.Link(stage.App, host);
        var database = stage.Keep(await Postgres.StartAsync(host, 4, stage.Stop));
        await PhpFpm.StartAsync(
            stage.App,
            $"if (!pg_connect('host={cable.RightV4} user=postgres dbname=postgres connect_timeout=2')) "
            + "{ http_response_code(500); echo 'sorry'; }",
            "9000", stage.Stop);
        for (var number = 0; number < held; number++)
        {
            await host.StartAsync(
                "psql", ["-h", "127.0.0.1", "-U", "postgres", "-c", "select pg_sleep(120)"], Readiness.Started,
                stage.Stop);
        }

        await stage.UntilAsync(() => ScenarioStage.Established(host, Postgres.Port) >= held);
        return (database, address);
    }
}
