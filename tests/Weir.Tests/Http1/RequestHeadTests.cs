using Weir.Http1;

namespace Weir.Tests.Http1;

public sealed class RequestHeadTests
{
    [Theory]
    [InlineData("GET /a?b=1 HTTP/1.1\r\nHost: x\r\n\r\n", "GET", "/a?b=1", TargetForm.Origin)]
    [InlineData("\r\nGET / HTTP/1.1\r\nHost: x:80\r\n\r\n", "GET", "/", TargetForm.Origin)]
    [InlineData("GET http://x.example/a HTTP/1.1\r\nHost: x\r\n\r\n", "GET", "http://x.example/a", TargetForm.Absolute)]
    [InlineData("OPTIONS * HTTP/1.1\r\nHost: [::1]:8080\r\n\r\n", "OPTIONS", "*", TargetForm.Asterisk)]
    [InlineData("CONNECT x:443 HTTP/1.1\r\nHost: x:443\r\n\r\n", "CONNECT", "x:443", TargetForm.Authority)]
    [InlineData("BREW /pot HTTP/1.0\r\n\r\n", "BREW", "/pot", TargetForm.Origin)]
    public void A_request_is_read(string text, string method, string target, TargetForm form)
    {
        var head = Heads.Request(text);

        Assert.Equal((HeadStatus.Complete, Ugliness.None), (head.Status, head.Ugly));
        Assert.Equal((method, target, form), (Heads.Text(head.Method), Heads.Text(head.Target), head.Form));
    }

    [Theory]
    [InlineData("\u0016\u0003\u0001", HeadProblem.BadMethod, 0)]
    [InlineData("\nGET / HTTP/1.1\r\n", HeadProblem.BadMethod, 0)]
    [InlineData("\r\n\r\nGET / HTTP/1.1\r\n", HeadProblem.BadMethod, 2)]
    [InlineData("ABCDEFGHIJKLMNOPQRSTUVWXYZABCDEFG / HTTP/1.1\r\n", HeadProblem.BadMethod, 32)]
    [InlineData("GET\r\n", HeadProblem.BadMethod, 3)]
    [InlineData("GET /\r\n", HeadProblem.BadRequestLine, 5)]
    [InlineData("GET  / HTTP/1.1\r\n", HeadProblem.BadTarget, 4)]
    [InlineData("GET /a#b HTTP/1.1\r\n", HeadProblem.BadTarget, 6)]
    [InlineData("GET /\u00e4 HTTP/1.1\r\n", HeadProblem.BadTarget, 5)]
    [InlineData("GET a HTTP/1.1\r\n", HeadProblem.BadTarget, 4)]
    [InlineData("GET * HTTP/1.1\r\n", HeadProblem.BadTarget, 4)]
    [InlineData("GET ftp://x/ HTTP/1.1\r\n", HeadProblem.BadTarget, 4)]
    [InlineData("GET http:///a HTTP/1.1\r\n", HeadProblem.BadTarget, 4)]
    [InlineData("CONNECT x HTTP/1.1\r\n", HeadProblem.BadTarget, 8)]
    [InlineData("GET / HTTP/1.1 \r\n", HeadProblem.BadRequestLine, 6)]
    [InlineData("GET / http/1.1\r\n", HeadProblem.BadRequestLine, 6)]
    [InlineData("PRI * HTTP/2.0\r\n", HeadProblem.UnsupportedVersion, 6)]
    [InlineData("GET / HTTP/1.1\nHost: x\r\n", HeadProblem.BareLineFeed, 14)]
    [InlineData("GET / HTTP/1.1\r\nHost: x\n", HeadProblem.BareLineFeed, 23)]
    [InlineData("GET / HTTP/1.1\r\nHost: x\r\n\n", HeadProblem.BareLineFeed, 25)]
    [InlineData("GET / HTTP/1.1\r\nA: b\r\n c\r\n", HeadProblem.FoldedLine, 22)]
    [InlineData("GET / HTTP/1.1\r\nHost : x\r\n", HeadProblem.SpaceBeforeColon, 20)]
    [InlineData("GET / HTTP/1.1\r\nA: \u0001\r\n", HeadProblem.ControlByte, 19)]
    [InlineData("GET / HTTP/1.1\r\nA: b\rc\r\n", HeadProblem.BareCarriageReturn, 20)]
    [InlineData("GET / HTTP/1.1\r\n\r\n", HeadProblem.MissingHost, 18)]
    [InlineData("GET / HTTP/1.1\r\nHost: x\r\nHost: x\r\n\r\n", HeadProblem.RepeatedHost, 25)]
    [InlineData("GET / HTTP/1.1\r\nHost: x/y\r\n\r\n", HeadProblem.BadHost, 16)]
    [InlineData("GET / HTTP/1.1\r\nHost: a, b\r\n\r\n", HeadProblem.BadHost, 16)]
    [InlineData("GET / HTTP/1.1\r\nHost: a@b\r\n\r\n", HeadProblem.BadHost, 16)]
    [InlineData("GET / HTTP/1.1\r\nHost: x:70000\r\n\r\n", HeadProblem.BadHost, 16)]
    [InlineData("GET / HTTP/1.1\r\nHost: [::1\r\n\r\n", HeadProblem.BadHost, 16)]
    [InlineData("GET / HTTP/1.1\r\nHost:\r\n\r\n", HeadProblem.BadHost, 16)]
    public void What_another_server_may_read_otherwise_is_refused(string text, HeadProblem problem, int position)
    {
        var head = Heads.Request(text);

        Assert.Equal((HeadStatus.Refused, problem, position), (head.Status, head.Problem, head.ProblemAt));
    }
}
