using System.IO.Compression;
using System.Text;
using Weir.Lab.Faults;

namespace Weir.Tests.Lab;

public sealed class ReplyContentTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<Reply, string> Exact => new()
    {
        { Reply.Bytes("any\0thing"), "any\0thing" },
        { Reply.Redirect("/b"), "HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: /b\r\n\r\n" },
        { Reply.Status(204, "No Content"), "HTTP/1.1 204 No Content\r\n\r\n" },
        { Reply.WrongContentLength(9, 3), "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nwww" },
        { Reply.ChunkCutShort(), "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\nA\r\nworld" },
        { Reply.NoLastChunk(), "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n" },
        {
            Reply.BadChunk(),
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\nsize\r\nworld\r\n0\r\n\r\n"
        },
        {
            Reply.BothLengthAndChunked(),
            "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n"
        },
        {
            Reply.TwoDifferentLengths(),
            "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 7\r\n\r\nhello, "
        },
        {
            Reply.BadHeaderLine(),
            "HTTP/1.1 200 OK\r\nWarning, this is no field\r\nContent-Length: 5\r\n\r\nhello"
        },
        {
            Reply.UpgradeThenClose(),
            "HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n"
        },
        {
            Reply.StaleErrorPage(TimeSpan.FromHours(1)),
            "HTTP/1.1 502 Bad Gateway\r\nContent-Length: 24\r\nContent-Type: text/html\r\nAge: 3600\r\n"
            + "X-Cache: HIT\r\nCache-Control: public, max-age=86400\r\n\r\n<h1>502 Bad Gateway</h1>"
        },
    };

    [Theory, MemberData(nameof(Exact))]
    public async Task These_bytes_and_no_others_are_on_the_wire_and_then_a_FIN(Reply reply, string bytes)
    {
        await using var server = FaultyServer.Start(reply);
        Assert.Equal(new(bytes, WasReset: false),
            await RawClient.ExchangeAsync(server, "GET / HTTP/1.1\r\nConnection: close\r\n\r\n"));
    }

    [Fact]
    public async Task A_redirect_loop_leads_to_itself()
    {
        await using var server = FaultyServer.Start(Reply.RedirectLoop());
        var answer = await RawClient.ExchangeAsync(server, "GET /loop HTTP/1.0\r\n\r\n");
        Assert.Contains("Location: /loop\r\n", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Slow_headers_and_bodies_come_a_byte_a_period(bool headers)
    {
        var clock = new ManualClock();
        var period = TimeSpan.FromSeconds(1);
        await using var server = FaultyServer.Start(new FaultyServerOptions { Clock = clock },
            headers ? Reply.SlowHeaders(period) : Reply.SlowBody(period));
        using var client = await RawClient.AskAsync(server);
        if (!headers)
            await client.ReadAsync(Reply.WholeHeadBytes);

        foreach (var expected in headers ? "HTTP" : "xxxx")
        {
            Assert.Equal(expected.ToString(), await client.ReadAsync(1));
            await clock.WaitForTimerAsync(period, Stop);
            Assert.Equal(0, client.Available);
            clock.Advance(period);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Endless_is_more_than_anyone_wants_and_ends_when_the_client_goes(bool head)
    {
        const int plenty = 4 * 1024 * 1024;
        await using var server = FaultyServer.Start(head ? Reply.EndlessHead() : Reply.EndlessBody());
        using (var client = await RawClient.AskAsync(server))
        {
            var text = await client.ReadAsync(plenty);
            Assert.Equal(head, !text.Contains("\r\n\r\n", StringComparison.Ordinal));
        }

        Assert.Equal(ConnectionEnd.ResetByPeer, (await server.WaitForEndAsync(1, Stop)).End);
    }

    [Fact]
    public async Task A_huge_header_and_many_headers_are_valid_and_large()
    {
        const int size = 100_000;
        const int count = 5_000;
        await using var server = FaultyServer.Start(
            Reply.HugeHeader(size).ThenClose(), Reply.ManyHeaders(count).ThenClose());

        var huge = await RawClient.ExchangeAsync(server);
        Assert.Contains($"\r\nX-Huge: {new string('h', size)}\r\n", huge.Text, StringComparison.Ordinal);
        var many = await RawClient.ExchangeAsync(server);
        Assert.Equal(count, many.Text.Split("X-Field-").Length - 1);
        Assert.Throws<ArgumentOutOfRangeException>(() => Reply.HugeHeader(FaultLimits.MadeUp + 1));
    }

    [Fact]
    public async Task A_body_that_hangs_stops_in_the_middle_and_stays_open()
    {
        var clock = new ManualClock();
        await using var server = FaultyServer.Start(new FaultyServerOptions { Clock = clock }, Reply.BodyHangs());
        using var client = await RawClient.AskAsync(server);
        await client.ReadAsync(Reply.WholeHeadBytes + Reply.WholeBodyBytes / 2);
        var reading = client.ReadToEndAsync();

        await clock.WaitForTimerAsync(FaultLimits.Hold, Stop);
        Assert.False(reading.IsCompleted);
        clock.Advance(FaultLimits.Hold);
        Assert.Equal(new("", WasReset: false), await reading);
    }

    [Fact]
    public async Task Broken_gzip_begins_well_and_cannot_be_unpacked()
    {
        await using var server = FaultyServer.Start(Reply.BrokenGzip().ThenClose());
        var parts = (await RawClient.ExchangeAsync(server)).Text.Split("\r\n\r\n", 2);

        Assert.Contains("Content-Encoding: gzip", parts[0], StringComparison.Ordinal);
        Assert.Contains($"Content-Length: {parts[1].Length}\r\n", parts[0], StringComparison.Ordinal);
        Assert.StartsWith("\u001f\u008b", parts[1], StringComparison.Ordinal);
        using var packed = new MemoryStream(Encoding.Latin1.GetBytes(parts[1]));
        using var gzip = new GZipStream(packed, CompressionMode.Decompress);
        Assert.Throws<InvalidDataException>(() => gzip.CopyTo(Stream.Null));
    }
}
