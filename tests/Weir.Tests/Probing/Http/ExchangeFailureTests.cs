using System.Text;
using Weir.Http1;
using Weir.Probing.Http;
using Weir.Vocabulary;

namespace Weir.Tests.Probing.Http;

public sealed class ExchangeFailureTests
{
    [Theory]
    [InlineData("", Failure.ClosedBeforeHeaders)]
    [InlineData("HTTP/1.1 200 OK\r\nA: b\r\n", Failure.ClosedBeforeHeaders)]
    [InlineData("HTTP/1.1 103 Early\r\n\r\n", Failure.ClosedBeforeHeaders)]
    [InlineData("HTTP/1.1 200 OK\r\nno colon\r\n\r\n", Failure.HeadersMalformed)]
    [InlineData("HTTP/1.1 101 Switching\r\n\r\n", Failure.HeadersMalformed)]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n", Failure.HeadersMalformed)]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhello", Failure.BodyCutShort)]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n", Failure.BodyCutShort)]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nhello", Failure.ChunkMalformed)]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 5\r\n\r\nhello", Failure.CodingMalformed)]
    [InlineData("HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n", Failure.UpstreamError)]
    [InlineData("HTTP/1.1 503 Busy\r\nContent-Length: 9\r\n\r\nhello", Failure.UpstreamError)]
    [InlineData("HTTP/1.1 404 No\r\nContent-Length: 0\r\n\r\n", null)]
    public async Task What_the_peer_sends_before_it_closes_is_named(string answer, Failure? failure)
        => Assert.Equal(failure, (await Asking.AskAsync(answer)).Failure);

    [Theory]
    [InlineData("", false, Failure.ResetBeforeHeaders)]
    [InlineData("HTTP/1.1 200 OK\r\nA:", false, Failure.ResetBeforeHeaders)]
    [InlineData("HTTP/1.1 200 OK\r\nA:", true, Failure.ResetBeforeHeaders)]
    [InlineData("", true, Failure.StaleConnection)]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhello", false, Failure.BodyCutShort)]
    [InlineData("HTTP/1.1 200 OK\r\n\r\nhello", false, Failure.BodyCutShort)]
    public async Task A_reset_is_named_with_its_errno(string before, bool reused, Failure failure)
    {
        await using var server = RawServer.Playing(async (stream, stop) =>
        {
            await RawServer.RequestAsync(stream, stop);
            await stream.WriteAsync(Encoding.ASCII.GetBytes(before), stop);
            RawServer.Reset(stream);
        });

        var seen = await server.AskAsync(reused: reused);

        Assert.Equal((failure, ConnectionEnd.PeerReset, 104), (seen.Failure, seen.ConnectionEnd, seen.Errno));
        Assert.Equal(before.Length, seen.BytesReceived);
    }

    [Fact]
    public async Task A_reused_connection_that_closes_without_a_byte_was_stale()
    {
        await using var server = RawServer.Answering(string.Empty);

        Assert.Equal(Failure.StaleConnection, (await server.AskAsync(reused: true)).Failure);
    }

    [Theory]
    [InlineData("", Failure.HeadersTimeout)]
    [InlineData("HTTP/1.1 100 Continue\r\n\r\n", Failure.HeadersTimeout)]
    [InlineData("HTTP/1.1 200 OK\r\n", Failure.HeadersTimeout)]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhello", Failure.BodyTimeout)]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\ndata: 1\n\n", null)]
    public async Task Silence_is_named_by_what_was_missing(string before, Failure? failure)
    {
        await using var server = RawServer.AnsweringOpen(before);

        var seen = await server.AskAsync(limits: failure == Failure.HeadersTimeout
            ? Asking.Impatient
            : ExchangeLimits.Default with { BodyPause = Asking.Impatient.BodyPause });

        Assert.Equal((failure, ConnectionEnd.TimedOut), (seen.Failure, seen.ConnectionEnd));
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nA: ", Failure.HeadersTimeout)]
    [InlineData("HTTP/1.1 200 OK\r\n\r\n", Failure.BodyTimeout)]
    public async Task A_drip_does_not_outlast_the_time_for_the_whole(string before, Failure failure)
    {
        await using var server = RawServer.Playing(async (stream, stop) =>
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes(before), stop);
            using var drip = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
            while (await drip.WaitForNextTickAsync(stop))
            {
                await stream.WriteAsync("x"u8.ToArray(), stop);
            }
        });

        var seen = await server.AskAsync(
            limits: ExchangeLimits.Default with { Total = TimeSpan.FromSeconds(2) });

        Assert.Equal(failure, seen.Failure);
    }

    [Fact]
    public async Task A_peer_that_does_not_read_is_a_write_timeout()
    {
        await using var server = RawServer.Playing(
            (_, stop) => new TaskCompletionSource().Task.WaitAsync(stop));
        var question = Asking.Question(fields: ("X-Long", new string('x', 32 * 1024 * 1024)));

        var seen = await server.AskAsync(question, new ExchangeLimits { Send = TimeSpan.FromMilliseconds(200) });

        Assert.Equal((Failure.WriteTimeout, false), (seen.Failure, seen.RequestSent));
    }

    [Fact]
    public async Task An_answer_given_before_the_request_is_read_is_still_seen()
    {
        await using var server = RawServer.Playing(async (stream, stop)
            => await stream.WriteAsync("HTTP/1.1 431 Too Large\r\nContent-Length: 0\r\n\r\n"u8.ToArray(), stop));

        var seen = await server.AskAsync();

        Assert.Equal(431, seen.Status);
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\n", "A: b\r\n", HeadProblem.TooManyFields)]
    [InlineData("HTTP/1.1 200 OK\r\n", "X-Long-Enough-To-Reach-The-Size: 0123456789\r\n", HeadProblem.TooLarge)]
    [InlineData("HTTP/1.1 200 OK\r\nA: ", "0123456789", HeadProblem.TooLarge)]
    [InlineData("", "HTTP/1.1 103 Early\r\n\r\n", HeadProblem.TooManyInterim)]
    public async Task An_endless_head_is_bounded(string start, string repeated, HeadProblem problem)
    {
        await using var server = EndlessAfter(start, repeated);

        var seen = await server.AskAsync();

        Assert.Equal((Failure.HeadersTooLarge, problem), (seen.Failure, seen.HeadProblem));
        Assert.InRange(seen.BytesReceived, 1, 300 * 1024);
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\n\r\n", "0123456789")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", "A\r\n0123456789\r\n")]
    public async Task An_endless_body_is_bounded_and_no_failure(string start, string repeated)
    {
        await using var server = EndlessAfter(start, repeated);

        var seen = await server.AskAsync(limits: ExchangeLimits.Default with { BodyBytes = 100_000 });

        Assert.Equal((null, BodyEnd.LimitReached), (seen.Failure, seen.BodyEnd));
        Assert.Equal(ConnectionEnd.WeStopped, seen.ConnectionEnd);
        Assert.InRange(seen.BodyLength, 100_000, 150_000);
    }

    private static RawServer EndlessAfter(string start, string repeated) => RawServer.Playing(async (stream, stop) =>
    {
        await stream.WriteAsync(Encoding.ASCII.GetBytes(start), stop);
        var block = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat(repeated, 1_000)));
        while (true)
        {
            await stream.WriteAsync(block, stop);
        }
    });
}
