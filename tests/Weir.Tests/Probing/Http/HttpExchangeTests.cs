using System.Text;
using Weir.Http1;
using Weir.Probing.Http;

namespace Weir.Tests.Probing.Http;

public sealed class HttpExchangeTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_ordinary_answer_is_told_in_full()
    {
        await using var server = RawServer.AnsweringOpen(
            "HTTP/1.1 103 Early\r\n\r\nHTTP/1.1 200 Fine\r\nServer: a\r\nX-B: c\r\nContent-Length: 5\r\n\r\nhello");

        var seen = await server.AskAsync();

        Assert.Null(seen.Failure);
        Assert.Equal((200, "Fine", new Version(1, 1)), (seen.Status, seen.Reason, seen.Version));
        Assert.Equal(["Server", "X-B", "Content-Length"], seen.Fields.Select(field => field.Key));
        Assert.Equal([103], seen.Interim);
        Assert.Equal(("hello", 5L, 5L), (seen.BodyStart, seen.BodyLength, seen.AnnouncedLength));
        Assert.Equal((BodyEnd.Complete, ConnectionEnd.Open), (seen.BodyEnd, seen.ConnectionEnd));
        Assert.Equal((59, 86L, true), (seen.HeadBytes, seen.BytesReceived, seen.KeepsConnection));
        Assert.Equal(server.EndPoint.ToString(), seen.Endpoint);
        Assert.Empty(seen.FirstBytes);
        Assert.Null(seen.Speaks);
    }

    [Fact]
    public async Task Each_phase_has_its_time_in_order()
    {
        var seen = await Asking.AskAsync("HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nx");

        Assert.Equal(TimeSpan.FromMilliseconds(1), seen.Timings.Connect);
        Assert.Null(seen.Timings.Tls);
        Assert.True(seen.Timings.Send >= TimeSpan.Zero);
        Assert.True(seen.Timings.FirstByte <= seen.Timings.Head && seen.Timings.Head <= seen.Timings.Body);
        Assert.True(seen.Timings.Body + seen.Timings.Send <= seen.Timings.Total);
    }

    [Fact]
    public async Task The_request_goes_out_as_asked_and_is_kept_without_its_secrets()
    {
        var request = string.Empty;
        await using var server = RawServer.Playing(async (stream, stop) =>
        {
            request = await RawServer.RequestAsync(stream, stop);
            await stream.WriteAsync("HTTP/1.1 204 No\r\nSet-Cookie: id=abc; Path=/\r\n\r\n"u8.ToArray(), stop);
        });

        var seen = await server.AskAsync(
            Asking.Question(ProbeMethod.Get, "/a?token=xyz&b=1", ("Cookie", "a=1; b=22"), ("Accept", "*/*")));

        Assert.Equal(
            "GET /a?token=xyz&b=1 HTTP/1.1\r\nHost: shop.example\r\nCookie: a=1; b=22\r\nAccept: */*\r\n\r\n", request);
        Assert.Equal("/a?token=[hidden, 3 bytes]&b=1", seen.Asked.Target);
        Assert.Equal("a=[hidden, 1 bytes]; b=[hidden, 2 bytes]", seen.Asked.Fields[0].Value);
        Assert.Equal("id=[hidden, 3 bytes]; Path=/", seen.Fields[0].Value);
        Assert.Equal(BodyEnd.None, seen.BodyEnd);
    }

    [Fact]
    public async Task A_chunked_body_is_put_together_with_its_trailers()
    {
        var seen = await Asking.AskAsync(
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nab\u00c3\r\n1\r\n\u00a4\r\n0\r\nSum: 1\r\n\r\n");

        Assert.Equal(("ab\u00e4", 4L, BodyEnd.Complete), (seen.BodyStart, seen.BodyLength, seen.BodyEnd));
        Assert.Equal("Sum", Assert.Single(seen.Trailers).Key);
    }

    [Fact]
    public async Task A_body_until_close_has_an_unproven_end()
    {
        var seen = await Asking.AskAsync("HTTP/1.0 200 OK\r\n\r\nall of it");

        Assert.Equal(("all of it", BodyEnd.UntilClose), (seen.BodyStart, seen.BodyEnd));
        Assert.Equal((null, ConnectionEnd.PeerClosed), (seen.Failure, seen.ConnectionEnd));
    }

    [Fact]
    public async Task An_answer_to_HEAD_has_no_body()
    {
        await using var server = RawServer.AnsweringOpen("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n");

        var seen = await server.AskAsync(Asking.Question(ProbeMethod.Head));

        Assert.Equal((null, BodyEnd.None), (seen.Failure, seen.BodyEnd));
    }

    [Fact]
    public async Task Bytes_beyond_the_end_and_repaired_lines_are_reported()
    {
        var seen = await Asking.AskAsync("HTTP/1.1 200 OK\nContent-Length: 1\nContent-Length: 1\n\nxyz");

        Assert.Null(seen.Failure);
        Assert.Equal(Ugliness.BareLineFeed | Ugliness.RepeatedContentLength | Ugliness.ExcessBytes, seen.Ugly);
    }

    [Fact]
    public async Task Of_a_long_body_the_start_is_kept_and_all_is_counted()
    {
        var body = new string('x', 200_000);

        var seen = await Asking.AskAsync($"HTTP/1.1 200 OK\r\nContent-Length: {body.Length}\r\n\r\n{body}");

        Assert.Equal((64 * 1024, 200_000L), (seen.BodyStart.Length, seen.BodyLength));
    }

    [Fact]
    public async Task A_letter_cut_at_the_end_of_what_is_kept_is_left_out()
    {
        var body = new string('x', (64 * 1024) - 1) + "\u00c3\u00a4";

        var seen = await Asking.AskAsync($"HTTP/1.1 200 OK\r\n\r\n{body}");

        Assert.Equal(((64 * 1024) - 1, 'x'), (seen.BodyStart.Length, seen.BodyStart[^1]));
    }

    [Fact]
    public async Task A_question_that_would_be_two_requests_is_not_sent()
        => await Assert.ThrowsAsync<ArgumentException>(() => HttpExchanger.AskAsync(
            new HttpConnection(Stream.Null, "x:1"),
            Asking.Question(fields: ("A", "b\r\nC: d")),
            ExchangeLimits.Default,
            TimeProvider.System,
            Stop));

    [Fact]
    public async Task The_caller_may_abandon_an_exchange()
    {
        using var abandon = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        await using var server = RawServer.Playing(async (stream, stop) =>
        {
            await RawServer.RequestAsync(stream, stop);
            await abandon.CancelAsync();
            await RawServer.UntilClosedAsync(stream, stop);
        });
        await using var stream = await server.ConnectAsync(Stop);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => HttpExchanger.AskAsync(
            new HttpConnection(stream, "x:1"),
            Asking.Question(),
            ExchangeLimits.Default,
            TimeProvider.System,
            abandon.Token));
    }

    [Fact]
    public async Task One_connection_carries_a_second_exchange()
    {
        await using var server = RawServer.Playing(async (stream, stop) =>
        {
            while ((await RawServer.RequestAsync(stream, stop)).Length > 0)
            {
                await stream.WriteAsync(Encoding.ASCII.GetBytes("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"), stop);
            }
        });
        await using var stream = await server.ConnectAsync(Stop);
        foreach (var reused in new[] { false, true })
        {
            var seen = await HttpExchanger.AskAsync(
                new HttpConnection(stream, "x:1", Reused: reused),
                Asking.Question(),
                ExchangeLimits.Default,
                TimeProvider.System,
                Stop);
            Assert.Equal((200, true, reused), (seen.Status, seen.KeepsConnection, seen.Reused));
        }
    }
}
