using Weir.Probing.Tls;

namespace Weir.Probing.Answers;

/// <summary>Reads the path of an answer from what the hops wrote into it.</summary>
public static class HopReader
{
    private static readonly (string Field, string Software)[] Stamps =
    [
        ("X-Served-By", "Fastly"), ("X-Amz-Cf-Pop", "CloudFront"), ("X-Azure-Ref", "Azure Front Door"),
        ("CF-RAY", "Cloudflare"), ("Fly-Request-Id", "Fly.io"), ("X-Vercel-Id", "Vercel"),
        ("X-Nf-Request-Id", "Netlify"), ("X-Akamai-Request-Id", "Akamai"), ("X-Sucuri-ID", "Sucuri"),
        ("X-Iinfo", "Imperva"), ("X-Kong-Upstream-Latency", "Kong"), ("X-Envoy-Upstream-Service-Time", "Envoy"),
        ("X-Varnish", "Varnish"),
    ];

    /// <summary>
    /// The hops, the one nearest the application first as far as the fields tell: <c>Server</c>, then <c>Via</c> in its
    /// order (RFC 9110 section 7.6.3), then Proxy-Status in its own, then the stamps of known networks, whose order is
    /// not told. A hop may appear under two fields.
    /// </summary>
    public static IReadOnlyList<Hop> Read(AnsweredPage page)
    {
        var view = new PageView(page);
        return
        [
            .. view.Values("Server").Take(1).Select(value => Of(FirstWord(value, "/ ("), "Server", value))
                .Concat(view.Values("Via").SelectMany(value => value.Split(',')).Select(value => value.Trim())
                    .Where(value => value.Length > 0).Select(ViaHop))
                .Concat(ProxyStatusField.Read(view.Values(ProxyStatusField.FieldName)).Members
                    .Select(member => Of(member.Name, ProxyStatusField.FieldName, member.ToString())))
                .Concat(Stamps.SelectMany(stamp => view.Values(stamp.Field).Take(1)
                    .Select(value => Of(stamp.Software, stamp.Field, value))))
                .Take(AnswerLimits.Hops),
        ];
    }

    // "1.1 vegur", "HTTP/1.1 cache-1 (Varnish/7.1)": the protocol, the name, a comment.
    private static Hop ViaHop(string value)
    {
        var parts = value.Split(' ', 3, StringSplitOptions.RemoveEmptyEntries);
        return Of(parts.Length > 1 ? parts[1] : value, "Via", value);
    }

    private static Hop Of(string name, string field, string value) => new(
        Printable.Text(name, AnswerLimits.Quote), SoftwareIn($"{name} {value}"), field,
        Printable.Text(value, AnswerLimits.Quote));

    private static string? SoftwareIn(string words) => FingerprintTable.All.Select(print => print.Software)
        .Where(software => HasWord(words, software)).MaxBy(software => software.Length);

    private static bool HasWord(string words, string word)
    {
        var start = words.IndexOf(word, StringComparison.OrdinalIgnoreCase);
        var end = start + word.Length;
        return start >= 0 && (start == 0 || !char.IsAsciiLetter(words[start - 1]))
            && (end == words.Length || !char.IsAsciiLetter(words[end]));
    }

    private static string FirstWord(string value, string ends)
    {
        var end = value.AsSpan().IndexOfAny(ends);
        return end < 0 ? value : value[..end];
    }
}
