namespace Weir.Probing.Answers;

/// <summary>Recognises the answer of a port that speaks TLS to a request in clear text.</summary>
public static class TlsPort
{
    private const byte AlertRecord = 21;
    private const byte MajorVersion = 3;

    private static readonly (string Words, string Software)[] Phrases =
    [
        ("The plain HTTP request was sent to HTTPS port", "nginx"),
        ("Client sent an HTTP request to an HTTPS server.", "Go"),
        ("You're speaking plain HTTP to an SSL-enabled server port.", "Apache"),
        ("This combination of host and port requires TLS.", "Tomcat"),
    ];

    /// <summary>The software whose page says so; null where the page says no such thing.</summary>
    public static string? SaidBy(AnsweredPage page)
    {
        var view = new PageView(page);
        return Phrases.FirstOrDefault(phrase => view.Has(Mark.Body(phrase.Words))).Software;
    }

    /// <summary>Whether the first bytes of an answer are a TLS alert (RFC 8446 section 5.1).</summary>
    public static bool IsAlert(ReadOnlySpan<byte> answer) => answer is [AlertRecord, MajorVersion, <= 4, ..];
}
