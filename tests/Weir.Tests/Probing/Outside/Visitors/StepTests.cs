using Weir.Diagnosis;
using Weir.Lab.Faults;
using Weir.Probing;
using Weir.Tests.Kit;

namespace Weir.Tests.Probing.Outside.Visitors;

/// <summary>The steps that every visitor is told to try, done for them: which one helps, and why.</summary>
public sealed class StepTests
{
    private const string Reload = "Reload the page";
    private const string FreshCopy = "Bypass the cache";
    private const string Cookies = "Clear the site's cookies";
    private const string Browser = "Try another browser";
    private const string Router = "Restart the router";

    private static readonly Reply Broken = Reply.Status(502, "Bad Gateway", "<h1>502</h1>");

    [Fact]
    public async Task Clearing_cookies_helps_where_only_they_break_it()
    {
        await using var server = FaultyServer.Start(Script.WhenCookie("session", Broken, Reply.Ok()));

        var told = await Look.AtAsync(server.Url.ToString(), new() { Headers = [new("Cookie", "session=spoilt")] });

        Assert.True(Only(told, Cookies), Said(told));
        Assert.Equal("without the cookies it works", told.Steps.Single(each => each.Step == Cookies).Because);
        Assert.Equal((Scope.OnlyYou, "visitor.cookies"), (told.Scope, told.Causes[0].Id));
        Assert.DoesNotContain("spoilt", Said(told));
    }

    [Fact]
    public async Task A_fresh_copy_helps_where_a_cache_holds_an_old_error()
    {
        await using var server = FaultyServer.Start(Script.WhenHeader(
            "Cache-Control", Reply.Ok(), Reply.StaleErrorPage(TimeSpan.FromHours(1))));

        var told = await Look.AtAsync(server.Url.ToString());

        Assert.True(Only(told, FreshCopy), Said(told));
        Assert.Equal("visitor.cached", told.Causes[0].Id);
    }

    [Fact]
    public async Task Another_browser_helps_where_only_this_one_is_refused()
    {
        await using var server = FaultyServer.Start(Script.WhenUserAgent("Weir", Broken, Reply.Ok()));

        var told = await Look.AtAsync(server.Url.ToString());

        Assert.True(Only(told, Browser), Said(told));
        Assert.Equal((Scope.OnlyYou, "visitor.browser"), (told.Scope, told.Causes[0].Id));
    }

    [Fact]
    public async Task Reloading_helps_where_every_third_request_fails()
    {
        await using var server = FaultyServer.Start(Script.EveryNth(3, Broken, Reply.Ok()));

        var told = await Look.AtAsync(server.Url.ToString());

        Assert.True(Only(told, Reload), Said(told));
        Assert.Equal((Verdict.Degraded, Scope.Some), (told.Verdict, told.Scope));
    }

    [Fact]
    public async Task Reloading_helps_where_one_address_of_two_is_dead()
    {
        await using var server = FaultyServer.Start(Reply.Ok());
        await using var names = FaultyNameServer.Start(NameReply.Addresses("127.0.0.2", "127.0.0.1"));

        var told = await Look.AtAsync(
            $"http://shop.test:{server.Port}/", new() { Resolvers = [names.EndPoint] });

        Assert.True(Only(told, Reload), Said(told));
        Assert.Equal((Scope.Some, "balancer.bad-member"), (told.Scope, told.Causes[0].Id));
        Assert.Equal($"127.0.0.2:{server.Port}", told.Failures[0].Endpoint);
    }

    [Fact]
    public async Task Nothing_helps_where_the_site_itself_fails()
    {
        await using var server = FaultyServer.Start(Broken);

        var told = await Look.AtAsync(server.Url.ToString());

        Assert.DoesNotContain(told.Steps, each => each.Helps == true);
        Assert.Contains(told.Steps, each => each is { Step: Router, Helps: false });
        Assert.Contains(told.Steps, each => each is { Step: Cookies, Because: "it fails without any cookies, too" });
        Assert.Equal(Scope.Everyone, told.Scope);
    }

    [Fact]
    public async Task Asked_by_HEAD_a_site_gets_nothing_but_HEAD()
    {
        await using var server = FaultyServer.Start(Reply.Ok());

        var told = await Look.AtAsync(server.Url.ToString(), new ProbeOptions { Method = "HEAD" });

        Assert.Equal(Verdict.Healthy, told.Verdict);
        Assert.All(server.Requests, request => Assert.Equal("HEAD", request.Method));
    }

    private static bool Only(global::Weir.Diagnosis.Diagnosis told, string step)
        => told.Steps.Where(each => each.Helps == true).Select(each => each.Step).SequenceEqual([step]);

    private static string Said(global::Weir.Diagnosis.Diagnosis told)
        => $"{Told.Of(told)}\n{string.Join('\n', told.Steps)}";
}
