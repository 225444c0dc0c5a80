using System.Globalization;
using Weir.Probing.Http;

namespace Weir.Probing.Checks;

/// <summary>Writes the request that a visitor's browser would send, and its variations.</summary>
internal static class VisitorRequest
{
    private const string Ours = "Mozilla/5.0 (compatible; Weir/0.1; site diagnosis)";
    private const string Other =
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) "
        + "Chrome/140.0.0.0 Safari/537.36";

    private static readonly string[] Personal = ["Cookie", "Authorization"];

    /// <summary>
    /// The request for <paramref name="variation"/>; <paramref name="token"/> makes paths unlike any other.
    /// </summary>
    public static HttpQuestion Of(Target target, ProbeOptions options, Variation variation, long token)
        => new(
            options.Method == "HEAD" ? ProbeMethod.Head : ProbeMethod.Get,
            PathOf(target, variation, token),
            HostOf(options) ?? target.Authority,
            [.. Fields(options, variation)]);

    /// <summary>Whether the visitor's own fields hold cookies or credentials.</summary>
    public static bool IsPersonal(ProbeOptions options)
        => options.Headers.Any(field => Personal.Any(name => Is(field, name)));

    private static string PathOf(Target target, Variation variation, long token) => variation switch
    {
        Variation.FrontPage => "/",
        Variation.SmallFile => "/favicon.ico",
        Variation.NoSuchPage => $"/weir-{token.ToString("x", CultureInfo.InvariantCulture)}",
        Variation.SecurityText => "/.well-known/security.txt",
        Variation.AsAsked or Variation.WithoutCookies or Variation.FreshCopy or Variation.OtherBrowser
            or Variation.PlainTool => target.PathAndQuery,
    };

    private static string? HostOf(ProbeOptions options) => options.Headers
        .Where(field => Is(field, "Host")).Select(field => field.Value).FirstOrDefault();

    private static IEnumerable<KeyValuePair<string, string>> Fields(ProbeOptions options, Variation variation)
    {
        var own = options.Headers.Where(field => !Is(field, "Host")
            && !(variation == Variation.WithoutCookies && Personal.Any(name => Is(field, name)))).ToList();
        return Usual(variation).Where(usual => !own.Any(field => Is(field, usual.Key))).Concat(own);
    }

    private static KeyValuePair<string, string>[] Usual(Variation variation)
    {
        if (variation == Variation.PlainTool)
        {
            return [new("User-Agent", "curl/8.5.0"), new("Accept", "*/*")];
        }

        KeyValuePair<string, string>[] browser =
        [
            new("User-Agent", variation == Variation.OtherBrowser ? Other : Ours),
            new("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"),
            new("Accept-Language", "en,de;q=0.7"),
            new("Accept-Encoding", "gzip, deflate, br"),
        ];
        return variation == Variation.FreshCopy
            ? [.. browser, new("Cache-Control", "no-cache"), new("Pragma", "no-cache")]
            : browser;
    }

    private static bool Is(KeyValuePair<string, string> field, string name)
        => field.Key.Equals(name, StringComparison.OrdinalIgnoreCase);
}
