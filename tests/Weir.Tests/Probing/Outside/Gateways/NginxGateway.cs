using Weir.Lab.Gateways;
using Weir.Tests.Kit;

namespace Weir.Tests.Probing.Outside.Gateways;

public sealed class NginxGateway : FaultyGateway
{
    protected override Task<GatewayProcess> StartAsync(string sites, int port, CancellationToken stop)
        => NginxServer.StartAsync(
            Requires.Program(NginxServer.ProgramName),
            $"proxy_connect_timeout 1s; proxy_read_timeout 1s;\n{sites}", port, stop);

    protected override string SiteOf(UpstreamFault fault, int port, Upstreams upstreams)
    {
        var group = $"group{port}";
        var pass = fault switch
        {
            UpstreamFault.NoSuchName => $"resolver {upstreams.Names} ipv6=off; set $app app.test; "
                + "proxy_pass http://$app:8080;",
            UpstreamFault.TlsToPlain => $"proxy_pass https://127.0.0.1:{upstreams[fault]};",
            UpstreamFault.AllDown => $"proxy_pass http://{group};",
            _ => $"proxy_pass http://127.0.0.1:{upstreams[fault]};",
        };
        return $$"""
            upstream {{group}} {
                server 127.0.0.1:{{upstreams[fault]}} max_fails=1 fail_timeout=60s;
                server 127.0.0.1:{{upstreams.AlsoClosed}} max_fails=1 fail_timeout=60s;
            }
            server { listen 127.0.0.1:{{port}}; location / { {{pass}} } }
            """;
    }
}
