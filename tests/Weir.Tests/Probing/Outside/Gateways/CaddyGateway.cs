using Weir.Lab.Gateways;
using Weir.Tests.Kit;

namespace Weir.Tests.Probing.Outside.Gateways;

public sealed class CaddyGateway : FaultyGateway
{
    protected override Task<GatewayProcess> StartAsync(string sites, int port, CancellationToken stop)
        => CaddyServer.StartAsync(Requires.Program(CaddyServer.ProgramName), sites, port, stop);

    protected override string SiteOf(UpstreamFault fault, int port, Upstreams upstreams)
    {
        var address = $"127.0.0.1:{upstreams[fault]}";
        var to = fault == UpstreamFault.NoSuchName ? "app.test:8080" : address;
        var how = fault switch
        {
            UpstreamFault.NoSuchName => $"resolvers {upstreams.Names}",
            UpstreamFault.TlsToPlain => "tls_insecure_skip_verify",
            _ => "max_response_header 8KB",
        };
        var health = fault == UpstreamFault.AllDown ? "fail_duration 60s" : "";
        return $$"""
            http://127.0.0.1:{{port}}, http://a.example:{{port}} {
                bind 127.0.0.1
                reverse_proxy {{to}} {
                    {{health}}
                    transport http {
                        dial_timeout 1s
                        response_header_timeout 1s
                        {{how}}
                    }
                }
            }
            """;
    }
}
