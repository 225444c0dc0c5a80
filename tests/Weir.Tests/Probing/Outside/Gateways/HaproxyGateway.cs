using Weir.Lab.Gateways;
using Weir.Tests.Kit;

namespace Weir.Tests.Probing.Outside.Gateways;

public sealed class HaproxyGateway : FaultyGateway
{
    protected override Task<GatewayProcess> StartAsync(string sites, int port, CancellationToken stop)
        => HaproxyServer.StartAsync(Requires.Program(HaproxyServer.ProgramName), sites, port, stop);

    protected override string SiteOf(UpstreamFault fault, int port, Upstreams upstreams)
    {
        var address = $"127.0.0.1:{upstreams[fault]}";
        var server = fault switch
        {
            UpstreamFault.NoSuchName => "app.test:8080 resolvers names init-addr none",
            UpstreamFault.TlsToPlain => $"{address} ssl verify none",
            UpstreamFault.AllDown => $"{address} check inter 100ms fall 1",
            _ => address,
        };
        var names = fault == UpstreamFault.NoSuchName ? $"resolvers names\n    nameserver one {upstreams.Names}\n" : "";
        return $"""
            {names}
            listen site{port}
                bind 127.0.0.1:{port}
                timeout server 1s
                server app {server}
            """;
    }
}
