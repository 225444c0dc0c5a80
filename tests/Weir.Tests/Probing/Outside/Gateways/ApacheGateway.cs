using Weir.Lab.Gateways;
using Weir.Tests.Kit;

namespace Weir.Tests.Probing.Outside.Gateways;

public sealed class ApacheGateway : FaultyGateway
{
    // Apache asks the system's resolver, which must not be reached from a test: a label of more than 63 letters
    // (RFC 1035 section 2.3.4) is refused by the C library before anything is sent.
    private static readonly string NoName = $"{new string('a', 64)}.test";

    protected override Task<GatewayProcess> StartAsync(string sites, int port, CancellationToken stop)
        => ApacheServer.StartAsync(
            Requires.Program(ApacheServer.ProgramName), $"SSLProxyEngine on\n{sites}", port, stop);

    protected override string SiteOf(UpstreamFault fault, int port, Upstreams upstreams)
    {
        var address = $"127.0.0.1:{upstreams[fault]}";
        var pass = fault switch
        {
            UpstreamFault.NoSuchName => $"ProxyPass / http://{NoName}/",
            UpstreamFault.TlsToPlain => $"SSLProxyEngine on\nProxyPass / https://{address}/",
            UpstreamFault.AllDown => $"""
                <Proxy balancer://group{port}>
                    BalancerMember http://{address}
                    BalancerMember http://127.0.0.1:{upstreams.AlsoClosed}
                </Proxy>
                ProxyPass / balancer://group{port}/
                """,
            _ => $"ProxyPass / http://{address}/ timeout=1 connectiontimeout=1 retry=0",
        };
        return $"""
            {(fault == UpstreamFault.Refused ? "" : $"Listen 127.0.0.1:{port}")}
            <VirtualHost 127.0.0.1:{port}>
            {pass}
            </VirtualHost>
            """;
    }
}
