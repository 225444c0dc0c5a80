using Weir.Lab.Faults;
using Weir.Lab.Gateways;
using Weir.Tests.Kit;
using Weir.Vocabulary;
using Told = global::Weir.Diagnosis.Diagnosis;

namespace Weir.Tests.Probing.Outside.Gateways;

/// <summary>A gateway that says in Proxy-Status (RFC 9209) what happened behind it.</summary>
public sealed class ProxyStatusTests
{
    private const string Upstream = "10.0.0.7:8080";

    [Fact]
    public async Task A_connection_that_timed_out_is_read_with_its_next_hop()
    {
        await using var hung = FaultyServer.Start(Reply.HangBeforeHeaders());

        var told = await SayingAsync($"edge; error=connection_timeout; next-hop=\"{Upstream}\"", hung.Port);

        Expectation.Fails(told, 504, "nginx");
        Expectation.Shows(told, Failure.ConnectTimeout, $"gateway->{Upstream}");
        Assert.Equal(Upstream, told.Failures[0].Endpoint);
        Assert.True(told.AnsweredBy!.MadeIt);
        Assert.Contains(told.Causes[0].Id, new[] { "firewall.drop", "network.host-down" });
        Assert.Contains(told.Causes[1].Id, new[] { "firewall.drop", "network.host-down" });
    }

    [Fact]
    public async Task A_connection_that_was_refused_is_determined()
    {
        using var closed = new ClosedPort();

        var told = await SayingAsync($"edge; error=connection_refused; next-hop=\"{Upstream}\"", closed.Port);

        Expectation.Shows(told, Failure.ConnectRefused, $"gateway->{Upstream}");
        Assert.Equal("upstream.not-listening", told.Causes[0].Id);
        Assert.True(told.Determined);
    }

    [Fact]
    public async Task An_error_that_was_received_was_passed_on()
    {
        await using var broken = FaultyServer.Start(Reply.Status(502, "Bad Gateway", "<p>nothing in the cart</p>"));

        var told = await SayingAsync("edge; received-status=502", broken.Port);

        Expectation.Shows(told, Failure.UpstreamError, "gateway->upstream");
        Assert.False(told.AnsweredBy!.MadeIt);
        Assert.Equal("application.error", told.Causes[0].Id);
    }

    [Fact]
    public async Task A_field_that_is_not_valid_is_not_believed()
    {
        using var closed = new ClosedPort();

        var told = await SayingAsync("edge; error=", closed.Port);

        Expectation.Shows(told, Failure.UpstreamError, "visitor->gateway");
        Assert.Contains(told.Evidence, each => each.Says.Contains("not valid"));
    }

    private static async Task<Told> SayingAsync(string status, int upstream)
    {
        var port = LoopbackPort.Free();
        await using var nginx = await NginxServer.StartAsync(
            Requires.Program(NginxServer.ProgramName),
            $$"""
            server {
                listen 127.0.0.1:{{port}};
                location / {
                    proxy_pass http://127.0.0.1:{{upstream}};
                    proxy_read_timeout 1s;
                    add_header Proxy-Status '{{status}}' always;
                }
            }
            """, port, TestContext.Current.CancellationToken);
        return await Look.AtAsync($"http://127.0.0.1:{port}/");
    }
}
