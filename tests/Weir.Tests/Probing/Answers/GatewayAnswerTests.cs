using Weir.Lab.Gateways;
using Weir.Probing.Answers;
using Weir.Tests.Kit;
using Weir.Vocabulary;

namespace Weir.Tests.Probing.Answers;

/// <summary>The fingerprints against what the real gateways of this machine say.</summary>
public sealed class GatewayAnswerTests
{
    private static readonly byte[] Garbage = "HTTP/1.1 200 OK\r\nnot a header\r\n\r\n"u8.ToArray();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string> Gateways => ["nginx", "HAProxy", "Apache", "Caddy"];

    [Theory]
    [MemberData(nameof(Gateways))]
    public async Task A_refused_upstream_is_an_answer_of_the_gateways_own(string software)
    {
        using var closed = new ClosedPort();

        var answerer = await AnswererAsync(software, closed.Port);

        Assert.Equal((software, (bool?)true), (answerer.Software, answerer.MadeIt));
        Assert.Equal(software, answerer.Writer);
        Assert.Equal(software == "HAProxy" ? Failure.NoHealthyUpstream : null, answerer.Failure);
        Assert.True(software != "HAProxy" || answerer.Possible.Contains(Failure.ConnectRefused));
    }

    [Theory]
    [MemberData(nameof(Gateways))]
    public async Task Garbage_of_the_upstream_is_an_answer_of_the_gateways_own(string software)
    {
        await using var garbage = ScriptedListener.Saying(Garbage);

        var answerer = await AnswererAsync(software, garbage.Port);

        Assert.Equal((software, (bool?)true), (answerer.Software, answerer.MadeIt));
        Assert.True(answerer.Possible.Count == 0 || answerer.Possible.Contains(Failure.HeadersMalformed));
    }

    [Theory]
    [MemberData(nameof(Gateways))]
    public async Task A_hanging_upstream_is_an_answer_of_the_gateways_own(string software)
    {
        await using var hanging = ScriptedListener.Hanging();

        var answerer = await AnswererAsync(software, hanging.Port);

        Assert.Equal((software, (bool?)true), (answerer.Software, answerer.MadeIt));
        Assert.Contains(Failure.HeadersTimeout, answerer.Possible);
    }

    [Theory]
    [InlineData("nginx")]
    [InlineData("Apache")]
    [InlineData("Caddy")]
    public async Task A_page_of_HAProxy_behind_another_gateway_was_passed_on(string outer)
    {
        using var closed = new ClosedPort();
        await using var inner = await StartAsync("HAProxy", closed.Port);

        var answerer = await AnswererAsync(outer, inner.Port);

        Assert.Equal((outer, (bool?)false, "HAProxy"), (answerer.Software, answerer.MadeIt, answerer.Writer));
    }

    [Fact]
    public async Task A_page_of_nginx_behind_HAProxy_is_nginxs()
    {
        using var closed = new ClosedPort();
        await using var inner = await StartAsync("nginx", closed.Port);

        var answerer = await AnswererAsync("HAProxy", inner.Port);

        Assert.Equal(("nginx", (bool?)true, "nginx"), (answerer.Software, answerer.MadeIt, answerer.Writer));
    }

    private static async Task<Answerer> AnswererAsync(string software, int upstream)
    {
        await using var gateway = await StartAsync(software, upstream);
        var page = await RawHttp.GetAsync(gateway.Port, Stop);
        var answerer = Answerers.Identify(page);
        Assert.True(answerer is not null, $"not recognised: {page} {string.Join("; ", page.Fields)}");
        return answerer;
    }

    private static Task<GatewayProcess> StartAsync(string software, int upstream)
    {
        var port = LoopbackPort.Free();
        return software switch
        {
            "nginx" => NginxServer.StartAsync(
                Requires.Program(NginxServer.ProgramName),
                $$"""
                server {
                    listen 127.0.0.1:{{port}};
                    location / { proxy_pass http://127.0.0.1:{{upstream}}; proxy_read_timeout 1s; }
                }
                """, port, Stop),
            "HAProxy" => HaproxyServer.StartAsync(
                Requires.Program(HaproxyServer.ProgramName),
                $"""
                listen site
                    bind 127.0.0.1:{port}
                    timeout server 1s
                    server app 127.0.0.1:{upstream}
                """, port, Stop),
            "Apache" => ApacheServer.StartAsync(
                Requires.Program(ApacheServer.ProgramName),
                $"""
                ProxyPass / http://127.0.0.1:{upstream}/ timeout=1
                """, port, Stop),
            _ => CaddyServer.StartAsync(
                Requires.Program(CaddyServer.ProgramName),
                $$"""
                http://127.0.0.1:{{port}}, http://a.example:{{port}} {
                    reverse_proxy 127.0.0.1:{{upstream}} {
                        transport http {
                            response_header_timeout 1s
                        }
                    }
                }
                """, port, Stop),
        };
    }
}
