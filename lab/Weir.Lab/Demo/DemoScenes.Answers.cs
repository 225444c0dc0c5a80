using Weir.Lab.Faults;
using Weir.Probing;
using Weir.Vocabulary;

namespace Weir.Lab.Demo;

public static partial class DemoScenes
{
    private const int HugeHead = 300 * 1024;

    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private static DemoScene[] HeadScenes() =>
    [
        new("the process dies at every request", Failure.ClosedBeforeHeaders,
            ["application.crash", "upstream.crash-loop"],
            _ => DemoStage.Of(Reply.CloseBeforeHeaders())),
        new("the connection is reset at every request", Failure.ResetBeforeHeaders,
            ["application.crash", "upstream.crash-loop", "visitor.blocked"],
            _ => DemoStage.Of(Reply.ResetBeforeHeaders())),
        new("the server accepts and never answers", Failure.HeadersTimeout, ["upstream.hung"],
            _ => DemoStage.Of(Reply.HangBeforeHeaders())),
        new("one page hangs, the others are well", Failure.HeadersTimeout, ["application.slow"],
            _ => DemoStage.Of(Script.WhenPath("/", Reply.HangBeforeHeaders(), Reply.Ok()))),
        new("the head is not valid HTTP", Failure.HeadersMalformed, ["application.malformed-response"],
            _ => DemoStage.Of(Reply.BadHeaderLine())),
        new("another service lives on the port", Failure.HeadersMalformed, ["configuration.wrong-port"],
            _ => DemoStage.Of(Reply.SshBanner())),
        new("the head is enormous", Failure.HeadersTooLarge, ["application.headers-too-large"],
            _ => DemoStage.Of(Reply.HugeHeader(HugeHead))),
        new("the application answers 500 itself", Failure.UpstreamError, ["application.error"],
            _ => DemoStage.Of(Reply.Status(500, "Internal Server Error", "Unhandled exception in shop.py\n"))),
        new("the site redirects in a circle", Failure.Loop, ["configuration.loop"],
            _ => DemoStage.Of(Reply.RedirectLoop())),
    ];

    private static DemoScene[] BodyScenes() =>
    [
        new("the body breaks off", Failure.BodyCutShort, ["application.crash"],
            _ => DemoStage.Of(Reply.WrongContentLength())),
        new("the body stops coming", Failure.BodyTimeout, ["upstream.hung", "application.slow", "application.crash"],
            _ => DemoStage.Of(Reply.BodyHangs())),
        new("a chunk is invalid", Failure.ChunkMalformed, ["application.malformed-response"],
            _ => DemoStage.Of(Reply.BadChunk())),
        new("the compressed body is broken", Failure.CodingMalformed, ["application.malformed-response"],
            _ => DemoStage.Of(Reply.BrokenGzip())),
    ];

    private static DemoScene[] VisitorScenes() =>
    [
        new("one of two addresses is dead", Failure.ConnectRefused, ["balancer.bad-member"], OneDead),
        new("an old error page comes from a cache", Failure.UpstreamError, ["visitor.cached"],
            _ => DemoStage.Of(Script.WhenPath("/",
                Script.WhenHeader("Cache-Control", Reply.Ok(), Reply.StaleErrorPage(Hour)), Reply.Ok()))),
        new("it fails with this visitor's cookies only", Failure.UpstreamError, ["visitor.cookies"], WithCookies),
        new("it fails in this browser only", Failure.UpstreamError, ["visitor.browser"],
            _ => DemoStage.Of(Script.WhenUserAgent("Weir", Reply.Status(502, "Bad Gateway"), Reply.Ok()))),
    ];

    private static DemoStage OneDead(DemoSetting setting)
    {
        var server = FaultyServer.Start(Reply.Ok());
        var names = FaultyNameServer.Start(NameReply.Addresses("127.0.0.1", "127.0.0.2"));
        return new DemoStage(
            $"http://shop.test:{server.Port}/", new ProbeOptions { Resolvers = [names.EndPoint] }, server, names);
    }

    private static DemoStage WithCookies(DemoSetting setting)
    {
        var stage = DemoStage.Of(Script.WhenCookie("session", Reply.Status(502, "Bad Gateway"), Reply.Ok()));
        return stage with
        {
            Options = stage.Options with { Headers = [new("Cookie", "session=0123456789abcdef")] },
        };
    }
}
