using System.Globalization;

namespace Weir.Lab.Faults;

public sealed partial record Reply
{
    /// <summary>200 with <paramref name="body"/>.</summary>
    public static Reply Ok(string body = "hello", params (string Name, string Value)[] headers)
        => Status(200, "OK", body, headers);

    /// <summary>
    /// Any complete answer. Content-Length is added unless a framing header is given; with
    /// <c>Connection: close</c> the server closes after it.
    /// </summary>
    public static Reply Status(int code, string reason, string body = "", params (string Name, string Value)[] headers)
    {
        var answer = new Answer(code, reason, Latin1(body), headers);
        var reply = OnRequest($"status {code}", Faults.Steps.Send(answer));
        return answer.Closes ? reply.ThenClose() : reply;
    }

    /// <summary>
    /// Any bytes (text as Latin-1); the connection stays open unless <see cref="ThenClose"/> follows.
    /// </summary>
    public static Reply Bytes(string raw) => Bytes(Latin1(raw));

    /// <summary>Any bytes; the connection stays open unless <see cref="ThenClose"/> follows.</summary>
    public static Reply Bytes(ReadOnlySpan<byte> raw)
        => OnRequest($"bytes {raw.Length}", Faults.Steps.Send(raw.ToArray()));

    /// <summary>302 to <paramref name="location"/>.</summary>
    public static Reply Redirect(string location) => Status(302, "Found", "", ("Location", location));

    /// <summary>302 to a path that redirects to itself.</summary>
    public static Reply RedirectLoop() => Redirect("/loop") with { Name = "redirect-loop" };

    /// <summary>An error page that a cache has kept for <paramref name="age"/> (Age: RFC 9111, 5.1).</summary>
    public static Reply StaleErrorPage(TimeSpan age, int code = 502, string reason = "Bad Gateway")
        => Status(code, reason, $"<h1>{code} {reason}</h1>",
            ("Content-Type", "text/html"),
            ("Age", ((long)age.TotalSeconds).ToString(CultureInfo.InvariantCulture)),
            ("X-Cache", "HIT"),
            ("Cache-Control", "public, max-age=86400")) with
        { Name = $"stale {code}" };

    /// <summary>101 to whatever was asked, and then an end instead of the new protocol (RFC 9110, 7.8).</summary>
    public static Reply UpgradeThenClose(string protocol = "websocket")
        => Bytes($"HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: {protocol}\r\n\r\n")
            .ThenClose() with
        { Name = "upgrade-then-close" };
}
