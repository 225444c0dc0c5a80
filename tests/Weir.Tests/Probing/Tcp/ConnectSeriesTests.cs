using System.Net;
using Weir.Probing.Tcp;
using static Weir.Probing.Tcp.ConnectPattern;

namespace Weir.Tests.Probing.Tcp;

public sealed class ConnectSeriesTests
{
    private static readonly IPEndPoint Anywhere = new(IPAddress.Loopback, 80);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(AllConnect, "connected connected")]
    [InlineData(SomeLate, "connected late")]
    [InlineData(SomeLate, "connected silent")]
    [InlineData(SomeLate, "late late")]
    [InlineData(SomeFail, "connected ECONNREFUSED")]
    [InlineData(SomeFail, "connected silent ECONNREFUSED")]
    [InlineData(NoneAnswer, "silent silent")]
    [InlineData(NoneConnect, "silent ECONNREFUSED")]
    [InlineData(NoneConnect, "ECONNREFUSED ECONNREFUSED")]
    public void A_series_has_a_pattern(ConnectPattern pattern, string attempts)
        => Assert.Equal(pattern, new ConnectSeries(Anywhere, [.. attempts.Split(' ').Select(Attempt)]).Pattern);

    [Fact]
    public void Outcomes_are_counted_by_name()
    {
        var series = new ConnectSeries(
            Anywhere, [Attempt("connected"), Attempt("late"), Attempt("silent"), Attempt("ECONNREFUSED")]);

        Assert.Equal((2, 1, 1), (series.Connected, series.Late, series.Silent));
        Assert.Equal(2, series.Outcomes["connected"]);
        Assert.Equal(1, series.Outcomes["ECONNREFUSED"]);
    }

    [Fact]
    public async Task Attempts_at_a_full_queue_that_is_slowly_emptied_succeed_in_part()
    {
        using var listener = LoopbackConnectTests.Listen(IPAddress.Loopback, 0);
        using var first = await ConnectProbe.OpenAsync(
            new(listener.LocalEndPoint!, TimeSpan.FromSeconds(5)), TimeProvider.System, Stop);
        var running = ConnectSeries.RunAsync(
            new(listener.LocalEndPoint!, TimeSpan.FromSeconds(2.5)), new(3, TimeSpan.Zero), TimeProvider.System, Stop);
        using var accepted = await listener.AcceptAsync(Stop);

        var series = await running;

        Assert.Equal(3, series.Attempts.Count);
        Assert.Equal(SomeLate, series.Pattern);
    }

    [Fact]
    public void Attempts_are_never_closer_than_the_limit_of_ICMP_errors_nor_too_many()
    {
        Assert.Equal(new SeriesPlan(1, SeriesPlan.LeastSpacing), new SeriesPlan(0, TimeSpan.Zero).Bounded());
        Assert.Equal(SeriesPlan.MostAttempts, new SeriesPlan(1000, SeriesPlan.LeastSpacing).Bounded().Count);
        Assert.Equal(TimeSpan.FromSeconds(3), new SeriesPlan(2, TimeSpan.FromSeconds(3)).Bounded().Spacing);
        Assert.True(SeriesPlan.LeastSpacing > TimeSpan.FromSeconds(1));
    }

    private static ConnectAttempt Attempt(string outcome)
    {
        var attempt = new ConnectAttempt(Anywhere, DateTimeOffset.UnixEpoch, TimeSpan.FromMilliseconds(1), 0);
        return outcome switch
        {
            "connected" => attempt,
            "late" => attempt with { Took = TimeSpan.FromSeconds(3.01) },
            "silent" => attempt with { Errno = null },
            _ => attempt with { Errno = Errno.ECONNREFUSED },
        };
    }
}
