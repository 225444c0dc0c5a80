using Weir.Lab.Faults;
using Weir.Lab.Servers;

namespace Weir.Lab.Scenarios;

public static partial class ScenarioList
{
    private static Scenario[] Names() =>
    [
        Named("name-unknown", "The upstream's name does not exist.", 502, "dns.nxdomain", NameReply.NoSuchName()),
        Named("name-server-fails", "The gateway's name server fails.", 502, "dns.server-failure",
            NameReply.ServerFailure()),
        Named("name-server-silent", "The gateway's name server does not answer.", 502, "dns.timeout",
            NameReply.Silence()),
        new("name-moved", "The name has moved since the gateway started.", 502, async stage =>
        {
            await stage.NodeAsync(Serves);
            stage.Gateway.Put("/etc/hosts", $"127.0.0.1 localhost\n{stage.Back.LeftV4} app.test\n");
            await stage.ProxyAsync("http://app.test:8080");
            stage.Gateway.Put("/etc/hosts", $"127.0.0.1 localhost\n{stage.AppAddress} app.test\n");
        })
        { Causes = ["dns.stale"], Programs = [Node.ProgramName] },
    ];

    private static Scenario Named(string name, string about, int status, string cause, NameReply reply)
        => new(name, about, status, async stage =>
        {
            var server = stage.Keep(stage.Gateway.Inside(() => FaultyNameServer.Start(reply)));
            await stage.GatewayAsync($$"""
                resolver {{server.EndPoint}};
                resolver_timeout 2s;
                location / { set $app app.test; proxy_pass http://$app:8080; }
                """);
        })
        { Causes = [cause] };
}
