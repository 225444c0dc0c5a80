using System.Net;
using System.Net.Sockets;
using System.Text;
using FsCheck.Fluent;
using Weir.Lab.Faults;

namespace Weir.Tests.Lab;

public sealed class FaultyServerTests
{
    private const string Hello = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_answers_and_keeps_the_connection_and_says_which_request_reused_it()
    {
        await using var server = FaultyServer.Start(Reply.Ok("hello"), Reply.CloseBeforeHeaders());
        using var client = await RawClient.AskAsync(server);

        Assert.Equal(Hello, await client.ReadAsync(Hello.Length));
        await client.SendAsync("POST /next?a=1 HTTP/1.1\r\nHost: test\r\nContent-Length: 4\r\n\r\nbody");
        Assert.Equal(new("", WasReset: false), await client.ReadToEndAsync());

        Assert.Collection(server.Requests,
            first => Assert.Equal(("GET", "/", 1, false), (first.Method, first.Path, first.Connection, first.Reused)),
            second =>
            {
                Assert.Equal(("POST", "/next", "/next?a=1", true),
                    (second.Method, second.Path, second.Target, second.Reused));
                Assert.Equal("body", Encoding.Latin1.GetString(second.Body.Span));
            });
        var connection = await server.WaitForEndAsync(1, Stop);
        Assert.Equal((2, ConnectionEnd.Closed), (connection.Requests, connection.End));
    }

    [Fact]
    public async Task It_keeps_the_head_of_a_request_as_it_came()
    {
        const string request = "GET / HTTP/1.0\r\nhOst:  test \r\nCookie: a=1; b=2\r\nCookie: c=3\r\n\r\n";
        await using var server = FaultyServer.Start(Reply.Ok());
        await RawClient.ExchangeAsync(server, request);

        var received = Assert.Single(server.Requests);
        Assert.Equal(request, Encoding.Latin1.GetString(received.Head.Span));
        Assert.Equal("test", received.Header("Host"));
        Assert.Equal(11, received.CookieBytes);
        Assert.True(received.HasCookie("b"));
        Assert.False(received.HasCookie("d"));
    }

    [Fact]
    public async Task It_reads_chunks_and_says_continue_when_asked()
    {
        await using var server = FaultyServer.Start(Reply.Ok());
        var answer = await RawClient.ExchangeAsync(server,
            "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\nExpect: 100-continue\r\nConnection: close\r\n\r\n"
            + "5;x=y\r\nhello\r\n1\r\n!\r\n0\r\nTrailer: t\r\n\r\n");

        Assert.Equal(new("HTTP/1.1 100 Continue\r\n\r\n" + Hello, WasReset: false), answer);
        var received = Assert.Single(server.Requests);
        Assert.Equal("hello!", Encoding.Latin1.GetString(received.Body.Span));
        Assert.Equal(6, received.BodyLength);
    }

    [Fact]
    public async Task It_answers_pipelined_requests_in_order()
    {
        await using var server = FaultyServer.Start(Reply.Ok("1"), Reply.Ok("2").ThenClose());
        var answer = await RawClient.ExchangeAsync(server, RawClient.Get + RawClient.Get);

        Assert.Equal(Hello.Replace("5", "1").Replace("hello", "1") + Hello.Replace("5", "1").Replace("hello", "2"),
            answer.Text);
    }

    [Fact]
    public async Task It_sends_no_content_to_HEAD()
    {
        await using var server = FaultyServer.Start(Reply.Ok());
        var answer = await RawClient.ExchangeAsync(server, "HEAD / HTTP/1.0\r\n\r\n");

        Assert.Equal("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n", answer.Text);
    }

    [Theory]
    [InlineData("\u0016\u0003\u0001 this is no request\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nno field\r\n\r\n")]
    [InlineData("POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n")]
    [InlineData("POST / HTTP/1.1\r\nContent-Length: 99999999999\r\n\r\n")]
    [InlineData("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nhello\r\n")]
    public async Task What_is_no_request_gets_a_400_and_is_recorded_as_malformed(string request)
    {
        await using var server = FaultyServer.Start(Reply.Ok());
        var answer = await RawClient.ExchangeAsync(server, request);

        Assert.StartsWith("HTTP/1.1 400 ", answer.Text, StringComparison.Ordinal);
        Assert.False(answer.WasReset);
        Assert.Equal(ConnectionEnd.Malformed, (await server.WaitForEndAsync(1, Stop)).End);
    }

    [Fact]
    public async Task A_head_without_end_is_refused_at_the_limit()
    {
        await using var server = FaultyServer.Start(Reply.Ok());
        var answer = await RawClient.ExchangeAsync(server,
            "GET / HTTP/1.1\r\nX: " + new string('x', FaultLimits.HeadBytes + 1));

        Assert.StartsWith("HTTP/1.1 400 ", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_records_a_peer_that_leaves_and_one_that_resets()
    {
        await using var server = FaultyServer.Start(Reply.HangBeforeHeaders());
        using (var leaving = await RawClient.AskAsync(server))
            await server.WaitForRequestsAsync(1, Stop);
        Assert.Equal(ConnectionEnd.ClosedByPeer, (await server.WaitForEndAsync(1, Stop)).End);

        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(server.EndPoint, Stop);
        await server.WaitForConnectionAsync(2, _ => true, Stop);
        socket.LingerState = new LingerOption(enable: true, seconds: 0);
        socket.Dispose();
        Assert.Equal(ConnectionEnd.ResetByPeer, (await server.WaitForEndAsync(2, Stop)).End);
    }

    [Fact]
    public async Task It_remembers_the_time_of_a_request()
    {
        var clock = new ManualClock();
        await using var server = FaultyServer.Start(new FaultyServerOptions { Clock = clock }, Reply.Ok());
        await RawClient.ExchangeAsync(server, "GET / HTTP/1.0\r\n\r\n");

        Assert.Equal(clock.GetUtcNow(), Assert.Single(server.Requests).At);
    }

    [Fact]
    public async Task It_listens_on_IPv6_too()
    {
        Assert.SkipUnless(Socket.OSSupportsIPv6, "This machine has no IPv6.");
        await using var server = FaultyServer.Start(
            new FaultyServerOptions { Listen = new IPEndPoint(IPAddress.IPv6Loopback, 0) }, Reply.Ok());

        Assert.Equal($"http://[::1]:{server.Port}/", server.Url.ToString());
        Assert.EndsWith("hello", (await RawClient.ExchangeAsync(server, "GET / HTTP/1.0\r\n\r\n")).Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_end_ends_every_connection()
    {
        var server = FaultyServer.Start(Reply.AcceptAndHang());
        using var client = await RawClient.ConnectAsync(server);
        await server.WaitForConnectionAsync(1, _ => true, Stop);
        await server.DisposeAsync();

        Assert.Equal("", (await client.ReadToEndAsync()).Text);
        Assert.Equal(ConnectionEnd.Stopped, server.Connections[0].End);
        await Assert.ThrowsAsync<SocketException>(() => RawClient.ConnectAsync(server));
    }

    [Fact]
    public async Task A_mistake_in_the_script_is_reported_at_the_end()
    {
        var server = FaultyServer.Start(Script.Of(_ => null));
        await RawClient.ExchangeAsync(server);

        var mistake = await Assert.ThrowsAsync<InvalidOperationException>(async () => await server.DisposeAsync());
        Assert.Contains("GET /", mistake.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whatever_comes_is_recorded_and_does_no_harm()
    {
        const int size = 200;
        const int count = 100;
        await using var server = FaultyServer.Start(Reply.Ok().ThenClose());
        var token = Gen.Elements("GET / HTTP/1.1\r\n", "Content-Length: 3", "Transfer-Encoding: chunked",
            "\r\n", "\r\n\r\n", "Host: a", ":", "5", "\0", "\u00ff", "Expect: 100-continue");
        foreach (var pieces in token.ListOf().Sample(count, size))
        {
            using var client = await RawClient.AskAsync(server, string.Concat(pieces));
            client.EndSending();
            await client.ReadToEndAsync();
        }

        Assert.Equal(count, server.ConnectionCount);
    }
}
