using System.Text.Json;
using Weir.Cli;
using Weir.Lab.Faults;

namespace Weir.Tests.Cli;

public sealed class DiagnoseCommandTests
{
    [Fact]
    public async Task A_site_that_is_well_gives_0_and_says_so()
    {
        await using var site = FaultyServer.Start(Reply.Ok());
        var run = await CliRun.Of($"diagnose {site.Url}");
        Assert.Equal(ExitCode.Healthy, run.Code);
        Assert.Contains("200 OK", run.Output);
        Assert.Empty(run.Error);
    }

    [Fact]
    public async Task A_site_that_refuses_gives_1_and_names_it()
    {
        await using var site = FaultyServer.Refuse();
        var run = await CliRun.Of($"diagnose {site.Url} --quiet");
        Assert.Equal(ExitCode.ProblemFound, run.Code);
        Assert.Contains("Nothing listens", run.Output);
    }

    [Fact]
    public async Task Json_has_the_keys_of_the_contract_in_their_order_and_nothing_else_is_on_stdout()
    {
        await using var site = FaultyServer.Start(Reply.Status(502, "Bad Gateway"));
        var run = await CliRun.Of($"diagnose {site.Url} --json");
        using var json = JsonDocument.Parse(run.Output);
        Assert.Equal(
            ["schema", "target", "at", "seconds", "verdict", "determined", "status", "scope", "answered_by", "failures",
                "causes", "evidence", "skipped", "next"],
            json.RootElement.EnumerateObject().Select(each => each.Name).Take(14));
        Assert.Equal("weir.diagnosis/1", json.RootElement.GetProperty("schema").GetString());
        Assert.Equal("failing", json.RootElement.GetProperty("verdict").GetString());
        Assert.Equal(502, json.RootElement.GetProperty("status").GetInt32());
        Assert.Equal("upstream-error", json.RootElement.GetProperty("failures")[0].GetProperty("kind").GetString());
    }

    [Fact]
    public async Task A_cookie_is_sent_and_never_shown()
    {
        await using var site = FaultyServer.Start(
            Script.WhenCookie("session", Reply.Status(500, "Internal Server Error", "bad session"), Reply.Ok()));
        var run = await CliRun.Of(
            ["diagnose", site.Url.ToString(), "--header", "Cookie: session=s3cr3t-value", "--json"]);
        Assert.Equal(ExitCode.ProblemFound, run.Code);
        Assert.Contains("visitor.cookies", run.Output);
        Assert.DoesNotContain("s3cr3t-value", run.Output + run.Error);
    }

    [Theory]
    [InlineData("diagnose", "Required argument")]
    [InlineData("diagnose ftp://shop.test/", "no scheme that a website is reached by")]
    [InlineData("diagnose http://shop.test:0/", "Port 0")]
    [InlineData("diagnose http://shop.test:99999/", "is not a URL")]
    [InlineData("diagnose http://me:pw@shop.test/", "--header 'Authorization")]
    [InlineData("diagnose http://a..b/", "is not a URL")]
    [InlineData("diagnose 127.0.0.1 --resolver nine", "--resolver takes an address")]
    [InlineData("diagnose 127.0.0.1 --connect-to app", "--connect-to takes HOST:PORT")]
    [InlineData("diagnose 127.0.0.1 --samples 0", "from 1 to 100")]
    [InlineData("diagnose 127.0.0.1 --method POST", "GET or HEAD")]
    [InlineData("diagnose 127.0.0.1 --header nonsense", "'Name: value'")]
    [InlineData("diagnose 127.0.0.1 --header Content-Length:5", "'Name: value'")]
    public async Task A_wrong_command_line_is_explained(string line, string words)
    {
        var run = await CliRun.Of(line);
        Assert.Equal((ExitCode.BadUsage, ""), (run.Code, run.Output));
        Assert.Contains(words, run.Error);
    }

    [Fact]
    public async Task A_missing_file_of_authorities_gives_3()
    {
        var run = await CliRun.Of("diagnose https://127.0.0.1/ --ca-file no-such-file.pem");
        Assert.Equal((ExitCode.CouldNotCheck, ""), (run.Code, run.Output));
        Assert.Contains("no-such-file.pem", run.Error);
    }

    [Fact]
    public async Task Waiting_ends_when_the_site_is_well_again()
    {
        await using var site = FaultyServer.Start(Script.Of(turn => null));
        site.Script = Reply.Status(503, "Service Unavailable");
        var waiting = CliRun.Of($"diagnose {site.Url} --wait --quiet");
        await site.WaitForRequestsAsync(6, TestContext.Current.CancellationToken);
        site.Script = Reply.Ok();
        var run = await waiting;
        Assert.Equal(ExitCode.Healthy, run.Code);
        Assert.Contains("it is well again", run.Error);
    }
}
