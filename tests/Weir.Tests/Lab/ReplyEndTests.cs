using System.Net.Sockets;
using Weir.Lab.Faults;

namespace Weir.Tests.Lab;

public sealed class ReplyEndTests
{
    private static readonly RawClient.Ending NothingAndFin = new("", WasReset: false);
    private static readonly RawClient.Ending NothingAndReset = new("", WasReset: true);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Close_on_accept_is_a_FIN_even_when_the_request_was_sent()
    {
        await using var server = FaultyServer.Start(Reply.CloseOnAccept());

        Assert.Equal(NothingAndFin, await RawClient.ExchangeAsync(server));
        Assert.Equal(0, server.RequestCount);
    }

    [Fact]
    public async Task Reset_on_accept_is_a_RST()
    {
        await using var server = FaultyServer.Start(Reply.ResetOnAccept());

        Assert.Equal(NothingAndReset, await ReadAsync(server));
        Assert.Equal(ConnectionEnd.Reset, (await server.WaitForEndAsync(1, Stop)).End);
    }

    [Fact]
    public async Task Close_and_reset_before_headers_come_after_the_request()
    {
        await using var server = FaultyServer.Start(Reply.CloseBeforeHeaders(), Reply.ResetBeforeHeaders());

        Assert.Equal(NothingAndFin, await RawClient.ExchangeAsync(server));
        Assert.Equal(NothingAndReset, await RawClient.ExchangeAsync(server));
        Assert.Equal(2, server.RequestCount);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(20)]
    [InlineData(700)]
    public async Task Close_and_reset_after_bytes_cut_a_valid_answer_there(int bytes)
    {
        await using var server = FaultyServer.Start(Reply.CloseAfter(bytes), Reply.ResetAfter(bytes));

        var closed = await RawClient.ExchangeAsync(server);
        Assert.Equal((bytes, false), (closed.Text.Length, closed.WasReset));
        var reset = await RawClient.ExchangeAsync(server);
        Assert.Equal((closed.Text, true), (reset.Text, reset.WasReset));
    }

    [Fact]
    public void Nothing_can_be_cut_after_its_end()
    {
        const int tooMany = 2_000;
        Assert.Throws<ArgumentOutOfRangeException>(() => Reply.CloseAfter(tooMany));
        Assert.Throws<ArgumentOutOfRangeException>(() => Reply.ResetAfter(-1));
        Assert.NotNull(Reply.CloseAfter(Reply.WholeHeadBytes + Reply.WholeBodyBytes));
    }

    [Fact]
    public async Task Hanging_reads_the_request_and_answers_nothing_until_the_hold_is_over()
    {
        var clock = new ManualClock();
        await using var server = FaultyServer.Start(
            new FaultyServerOptions { Clock = clock }, Reply.HangBeforeHeaders());
        using var client = await RawClient.AskAsync(server);
        var reading = client.ReadToEndAsync();

        await clock.WaitForTimerAsync(FaultLimits.Hold, Stop);
        Assert.False(reading.IsCompleted);
        Assert.Equal(1, server.RequestCount);
        clock.Advance(FaultLimits.Hold);
        Assert.Equal(NothingAndFin, await reading);
    }

    [Fact]
    public async Task Accepting_and_hanging_does_not_read()
    {
        var clock = new ManualClock();
        await using var server = FaultyServer.Start(new FaultyServerOptions { Clock = clock }, Reply.AcceptAndHang());
        using var client = await RawClient.AskAsync(server);

        await clock.WaitForTimerAsync(FaultLimits.Hold, Stop);
        Assert.Equal(0, Assert.Single(server.Connections).BytesIn);
        clock.Advance(FaultLimits.Hold);
        Assert.Equal(NothingAndReset, await client.ReadToEndAsync());     // unread bytes make it a RST
    }

    [Fact]
    public async Task Who_stops_reading_lets_a_large_body_get_stuck()
    {
        const int smallBuffer = 4096;
        var clock = new ManualClock();
        await using var server = FaultyServer.Start(
            new FaultyServerOptions { Clock = clock, ReceiveBuffer = smallBuffer }, Reply.StopReading());
        using var client = await RawClient.AskAsync(
            server, $"POST / HTTP/1.1\r\nContent-Length: {FaultLimits.BodyBytes}\r\n\r\n");

        await server.WaitForRequestsAsync(1, Stop);
        var writing = client.SendAsync(new byte[FaultLimits.BodyBytes]);
        await clock.WaitForTimerAsync(FaultLimits.Hold, Stop);
        Assert.False(writing.IsCompleted);
        clock.Advance(FaultLimits.Hold);
        await Assert.ThrowsAnyAsync<IOException>(async () => await writing);
        Assert.True(Assert.Single(server.Connections).BytesIn <= smallBuffer);
    }

    [Fact]
    public async Task An_answer_may_come_before_the_body_is_read()
    {
        await using var server = FaultyServer.Start(Reply.Status(413, "Content Too Large").WithoutReadingBody());

        var answer = await RawClient.ExchangeAsync(server, "POST / HTTP/1.1\r\nContent-Length: 9\r\n\r\n");
        Assert.StartsWith("HTTP/1.1 413 ", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_idle_connection_is_closed_when_its_time_is_over_and_not_while_requests_come()
    {
        var clock = new ManualClock();
        var limit = TimeSpan.FromSeconds(5);
        await using var server = FaultyServer.Start(
            new FaultyServerOptions { Clock = clock, IdleLimit = limit }, Reply.Bytes("1"), Reply.Bytes("2"));
        using var client = await RawClient.AskAsync(server);

        Assert.Equal("1", await client.ReadAsync(1));
        await clock.WaitForTimerAsync(limit, Stop);
        clock.Advance(limit - TimeSpan.FromSeconds(1));
        await client.SendAsync(RawClient.Get);
        Assert.Equal("2", await client.ReadAsync(1));
        await clock.WaitForTimerAsync(limit, Stop);
        clock.Advance(limit);

        Assert.Equal(NothingAndFin, await client.ReadToEndAsync());
        Assert.Equal(ConnectionEnd.ClosedIdle, (await server.WaitForEndAsync(1, Stop)).End);
    }

    [Fact]
    public async Task An_idle_limit_of_zero_closes_right_after_an_answer_that_promised_to_stay()
    {
        await using var server = FaultyServer.Start(Reply.Ok("hello").CloseIdleAfter(TimeSpan.Zero));
        var answer = await RawClient.ExchangeAsync(server);

        Assert.EndsWith("hello", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("close", answer.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(ConnectionEnd.ClosedIdle, (await server.WaitForEndAsync(1, Stop)).End);
    }

    [Fact]
    public async Task A_reply_may_be_delayed_reset_or_left_open()
    {
        var clock = new ManualClock();
        var delay = TimeSpan.FromSeconds(61);
        await using var server = FaultyServer.Start(
            new FaultyServerOptions { Clock = clock }, Reply.Bytes("late").After(delay).ThenReset());
        using var client = await RawClient.AskAsync(server);
        var reading = client.ReadToEndAsync();

        await clock.WaitForTimerAsync(delay, Stop);
        Assert.False(reading.IsCompleted);
        clock.Advance(delay);
        Assert.Equal(new("late", WasReset: true), await reading);
    }

    // The reset may be faster than the client's own look at its connect: then that is what fails.
    private static async Task<RawClient.Ending> ReadAsync(FaultyServer server)
    {
        try
        {
            using var client = await RawClient.ConnectAsync(server);
            return await client.ReadToEndAsync();
        }
        catch (SocketException problem) when (problem.SocketErrorCode == SocketError.ConnectionReset)
        {
            return NothingAndReset;
        }
    }
}
