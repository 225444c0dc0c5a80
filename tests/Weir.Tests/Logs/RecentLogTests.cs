using Weir.Diagnosis;
using Weir.Logs.Access;
using Weir.Logs.Files;
using Weir.Logs.Recent;
using Weir.Vocabulary;

namespace Weir.Tests.Logs;

/// <summary>Who made an error, and which lines are of one request, from logs written by hand.</summary>
public sealed class RecentLogTests : IDisposable
{
    private static readonly DateTimeOffset Ten = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);

    private static readonly AccessFormat Timed = AccessFormat.Compile(
        "$remote_addr [$time_local] \"$request\" $status [$upstream_addr] [$upstream_status] [$upstream_connect_time] "
        + "[$upstream_header_time] $request_time");

    private readonly string _folder = Directory.CreateTempSubdirectory("weir-recent-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("502 [10.0.0.5:80] [502] [0.001] [0.002] 0.002", "upstream-error", ErrorOrigin.Upstream)]
    [InlineData("502 [10.0.0.5:80] [502] [0.001] [-] 0.002", null, ErrorOrigin.Gateway)]
    [InlineData("504 [10.0.0.5:80] [504] [-] [-] 60.002", "connect-timeout", ErrorOrigin.Gateway)]
    [InlineData("504 [10.0.0.5:80] [504] [0.001] [-] 60.002", "headers-timeout", ErrorOrigin.Gateway)]
    [InlineData("502 [backend] [502] [-] [-] 0.000", "no-healthy-upstream", ErrorOrigin.Gateway)]
    [InlineData("503 [-] [-] [-] [-] 0.000", null, ErrorOrigin.Gateway)]
    [InlineData("500 [10.0.0.5:80, 10.0.0.6:80] [502, 500] [-, 0.1] [-, 0.3] 0.4", "upstream-error",
        ErrorOrigin.Upstream)]
    [InlineData("009 [10.0.0.5:80] [009] [0.001] [0.002] 0.002", "headers-malformed", ErrorOrigin.Upstream)]
    public void The_time_of_the_head_decides_who_made_the_error(string rest, string? kind, ErrorOrigin origin)
    {
        var view = Read("", $"10.0.0.1 [22/Nov/2026:10:00:00 +0100] \"GET / HTTP/1.1\" {rest}", Timed);
        var one = Assert.Single(view.Requests);
        Assert.Equal((kind, origin), (one.Kind?.Id(), one.Origin));
    }

    [Fact]
    public void The_silence_of_an_error_log_counts_only_when_its_level_is_known()
    {
        const string Access = """10.0.0.1 - - [22/Nov/2026:10:00:05 +0100] "GET / HTTP/1.1" 502 157 "-" "-" """;
        Assert.Equal(ErrorOrigin.Unknown, Read("", Access).Requests.Single().Origin);
        Assert.Equal(ErrorOrigin.Unknown,
            Read("2026/11/22 10:00:00 [crit] 1#1: *1 something", Access).Requests.Single().Origin);
        Assert.Equal(ErrorOrigin.Upstream,
            Read("2026/11/22 10:00:00 [notice] 1#1: something", Access).Requests.Single().Origin);
        Assert.Equal(ErrorOrigin.Unknown,
            Read("2026/11/22 10:00:06 [notice] 1#1: something", Access).Requests.Single().Origin);
    }

    [Fact]
    public void The_error_logs_zone_is_that_of_the_access_log()
    {
        var view = Read(Error("10:00:00", 1, "10.0.0.5:80"), Access("10:00:00", 502));
        Assert.Equal(Ten, Assert.Single(view.Requests).Tries.Single().At);
        Assert.Equal(502, view.Requests[0].Status);
    }

    [Fact]
    public void A_request_that_went_well_a_second_before_does_not_take_the_failure()
    {
        var view = Read(Error("10:00:01", 1, "10.0.0.5:80"), Access("10:00:00", 200), Access("10:00:01", 502));
        Assert.Equal((502, false), (Assert.Single(view.Requests).Status, view.Requests[0].IsSaved));
    }

    [Fact]
    public void Two_visitors_of_one_address_are_told_apart_by_their_connections()
    {
        var view = Read(
            Error("10:00:00", 1, "10.0.0.5:80") + Error("10:00:00", 2, "10.0.0.5:80")
            + Error("10:00:00", 1, "10.0.0.6:80") + Error("10:00:00", 2, "10.0.0.6:80"),
            Access("10:00:00", 502), Access("10:00:00", 502));
        Assert.Equal([2, 2], view.Requests.Select(each => each.Tries.Length));
        Assert.All(view.Requests, each => Assert.Single(each.Tries.Select(one => one.Connection).Distinct()));
    }

    [Fact]
    public void A_failure_without_a_request_is_one_too()
    {
        var view = Read("2026/11/22 10:00:00 [alert] 1#1: 768 worker_connections are not enough\n"
            + "2026/11/22 10:00:01 [alert] 1#1: worker process 7 exited on signal 11\n");
        Assert.Equal([Failure.LimitReached, Failure.GatewayFault], view.Requests.Select(each => each.Kind));
        Assert.True(view.Answers[Observable.GatewayLimitReached]);
    }

    [Fact]
    public void A_flood_is_bounded_and_what_was_dropped_is_not_taken_for_the_servers_own_error()
    {
        var errors = string.Concat(Enumerable.Range(0, 21_000).Select(at => Error("10:00:00", at, "10.0.0.5:80", "x")));
        var view = Read(errors + Error("10:00:30", 1, "10.0.0.5:80"), Access("10:00:30", 502));
        Assert.Equal(1_001, view.Dropped);
        Assert.Equal(ErrorOrigin.Unknown, view.Requests[^1].Origin);
    }

    [Fact]
    public void A_cut_error_line_is_joined_by_the_start_of_its_request()
    {
        var path = new string('x', 1_900);
        var line = Error("10:00:00", 1, "10.0.0.5:80", path).TrimEnd()[..2047];
        var view = Read(line, Access("10:00:00", 502, path));
        Assert.Equal(502, Assert.Single(view.Requests).Status);
    }

    [Fact]
    public void The_failures_began_after_the_last_pause()
    {
        var view = Read(Error("09:50:00", 1, "a:1") + Error("10:00:00", 2, "a:1") + Error("10:01:00", 3, "a:1")
            + Error("10:02:30", 4, "a:1"));
        Assert.Equal(Ten, view.FailingSince);
        Assert.Equal(Ten.AddMinutes(-10), view.Failures.Single().First);
    }

    [Fact]
    public void A_missing_log_is_a_fact_of_the_view()
    {
        var view = RecentLog.Read(new RecentLogOptions
        {
            ErrorLogs = [Path.Combine(_folder, "none.log")],
            AccessLogs = [new(Path.Combine(_folder, "none.log"), AccessFormat.Known)],
            Since = Ten,
            Until = Ten,
        }, TestContext.Current.CancellationToken);
        Assert.All(view.ErrorLogs.Concat(view.AccessLogs), log => Assert.Equal(LogFileState.Missing, log.State));
        Assert.Empty(view.Answers);
    }

    [Fact]
    public void Requests_are_counted_by_the_minute_and_the_slowest_are_kept()
    {
        var view = Read("", string.Join('\n', Enumerable.Range(0, 90).Select(at =>
            $"10.0.0.1 [22/Nov/2026:10:{at / 60:00}:{at % 60:00} +0100] \"GET /{at} HTTP/1.1\" "
            + $"{(at == 70 ? 500 : 200)} [10.0.0.5:80] [200] [0.001] [0.002] {at}.5")), Timed);
        Assert.Equal([(60L, 0L), (30L, 1L)], view.Timeline.Select(each => (each.Requests, each.Errors)));
        Assert.Equal((90, 1, 10), (view.RequestCount, view.ServerErrors, view.Slowest.Length));
        Assert.Equal(89.5, view.Slowest[0].Seconds);
    }

    private static string Error(string time, int connection, string peer, string path = "") =>
        $"2026/11/22 {time} [error] 1#1: *{connection} connect() failed (111: Connection refused) while connecting to "
        + $"upstream, client: 10.0.0.1, server: s, request: \"GET /{path} HTTP/1.1\", "
        + $"upstream: \"http://{peer}/{path}\", host: \"s\"\n";

    private static string Access(string time, int status, string path = "")
        => $"10.0.0.1 - - [22/Nov/2026:{time} +0100] \"GET /{path} HTTP/1.1\" {status} 157 \"-\" \"-\"";

    private RecentView Read(string errors, params string[] access)
        => Read(errors, string.Join('\n', access), AccessFormat.Known);

    private RecentView Read(string errors, string access, AccessFormat format)
    {
        var (errorLog, accessLog) = (Path.Combine(_folder, "error.log"), Path.Combine(_folder, "access.log"));
        File.WriteAllText(errorLog, errors);
        File.WriteAllText(accessLog, access);
        return RecentLog.Read(new RecentLogOptions
        {
            ErrorLogs = [errorLog],
            AccessLogs = [new(accessLog, format)],
            Since = Ten.AddHours(-1),
            Until = Ten.AddHours(1),
            Zone = TimeZoneInfo.CreateCustomTimeZone("test", TimeSpan.FromHours(1), "test", "test"),
        }, TestContext.Current.CancellationToken);
    }
}
