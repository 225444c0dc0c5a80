using Weir.Diagnosis;
using Weir.Lab.Faults;
using Weir.Tests.Kit;

namespace Weir.Tests.Probing.Outside;

/// <summary>Sites that are well are accused of nothing.</summary>
public sealed class HealthyTests
{
    private static readonly TimeSpan Slowly = TimeSpan.FromSeconds(1.5);

    private static readonly Dictionary<string, Script> Sites = new()
    {
        ["a page"] = Reply.Ok(),
        ["a page behind a redirect"] = Script.WhenPath("/", Reply.Redirect("/shop"), Reply.Ok()),
        ["a slow page"] = Reply.Ok().After(Slowly),
        ["a page that is not there"] = Reply.Status(404, "Not Found", "<h1>Not Found</h1>"),
        ["a page that asks for a password"] = Reply.Status(
            401, "Unauthorized", "", ("WWW-Authenticate", "Basic realm=\"shop\"")),
        ["a page that is not for the public"] = Reply.Status(403, "Forbidden", "<h1>Forbidden</h1>"),
        ["a large page"] = Reply.Ok(new string('x', 600 * 1024)),
        ["a page in chunks"] = Reply.Bytes(
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\nX-Sum: 5\r\n\r\n"),
        ["a page that ends with the connection"] = Reply.Bytes("HTTP/1.0 200 OK\r\n\r\nhello").ThenClose(),
        ["no content"] = Reply.Status(204, "No Content"),
        ["early hints before the page"] = Reply.Bytes(
            "HTTP/1.1 103 Early Hints\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello"),
    };

    public static TheoryData<string> Names => [.. Sites.Keys];

    [Theory, MemberData(nameof(Names))]
    public async Task A_site_that_is_well_is_called_well(string name)
    {
        await using var server = FaultyServer.Start(Sites[name]);

        var told = await Look.AtAsync(server.Url.ToString());

        Assert.True(told.Verdict == Verdict.Healthy && told.Determined, Told.Of(told));
        Assert.Empty(told.Causes);
        Assert.Empty(told.Failures);
        Assert.Empty(told.Steps);
        Assert.Empty(told.Next);
    }
}
