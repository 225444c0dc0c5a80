using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Weir.Configurations;
using Weir.Inside.Checks;
using Weir.Probing;
using Weir.Probing.Checks;
using Weir.Probing.Upstream;

namespace Weir.Inside;

/// <summary>Writes the request that the gateway would send.</summary>
internal static class HopQuestions
{
    /// <summary>Small enough for every path: IPv4 guarantees 576-byte packets (RFC 791), less 40 of headers.</summary>
    public const int SmallSegment = 500;

    /// <summary>Repeated and varied requests are less patient, so that a verdict comes in time.</summary>
    private static readonly TimeSpan Less = TimeSpan.FromSeconds(1.4);

    private static readonly string[] Framing = ["host", "connection", "content-length", "transfer-encoding", "upgrade",
        "expect", "te", "trailer", "keep-alive", "proxy-connection"];

    public static UpstreamQuestion Of(HopAsk ask, ProbeContext context)
    {
        var (gateway, options) = (ask.Gateway, context.Options);
        var (place, hop, choice) = (gateway.Place!, gateway.Hop!, gateway.Choice!);
        var first = ask is { Number: 0, Variation: HopVariation.AsGateway };
        var target = Target(ask, context);
        return new UpstreamQuestion
        {
            Protocol = ask.Variation switch
            {
                HopVariation.OverTls => HopProtocol.Https,
                HopVariation.ByFastCgi => HopProtocol.FastCgi,
                HopVariation.AsGateway or HopVariation.SmallSegments or HopVariation.NoSuchPage => hop.Protocol,
            },
            Endpoint = ask.End.OpenFrom(place),
            Seat = place.Seat,
            Target = target,
            Host = choice.Host is { Length: > 0 } host && !host.Contains('$') ? host : gateway.Target.Authority,
            Fields = ask.Variation == HopVariation.ByFastCgi || hop.Protocol is HopProtocol.FastCgi
                or HopProtocol.Uwsgi or HopProtocol.Uwsgis or HopProtocol.Scgi
                ? [.. CgiParameters.Of(gateway, target)]
                : [.. Fields(hop, options)],
            ServerName = choice.ServerName,
            VerifiedName = hop.Tls is { Verifies: true } tls ? Plain(tls.Name) ?? gateway.Target.Host : null,
            Roots = hop.Tls?.TrustedCertificate is { } file ? Authorities(place.PathOf(file)) : options.Roots,
            ConnectPatience = first ? options.ConnectPatience : options.ConnectPatience - Less,
            Patience = first ? options.Patience : options.Patience - Less,
            MaxSegment = ask.Variation == HopVariation.SmallSegments ? SmallSegment : null,
        };
    }

    private static string Target(HopAsk ask, ProbeContext context)
        => ask.Variation == HopVariation.NoSuchPage ? $"/weir-{context.Random.NextInt64():x}"
            : ask.Gateway.Choice!.Uri is { Length: > 0 } uri && !uri.Contains('$') ? uri
            : ask.Gateway.Target.PathAndQuery;

    // The gateway's own fields, those made of variables left out, and the visitor's.
    private static IEnumerable<KeyValuePair<string, string>> Fields(UpstreamHop hop, ProbeOptions options)
        => hop.Headers.Where(each => each.Value.Length > 0 && !each.Value.Contains('$'))
            .Select(each => KeyValuePair.Create(each.Name, each.Value))
            .Concat(options.Headers)
            .Append(new("User-Agent", "Mozilla/5.0 (compatible; Weir/0.1; site diagnosis)"))
            .Append(new("Accept", "*/*"))
            .Where(each => !Framing.Contains(each.Key.ToLowerInvariant()) && VisitorField.IsAllowed(each))
            .DistinctBy(each => each.Key.ToLowerInvariant())
            .Append(new("Connection", "close"));

    private static string? Plain(string text) => text.Length > 0 && !text.Contains('$') ? text : null;

    private static X509Certificate2Collection? Authorities(string file)
    {
        try
        {
            var roots = new X509Certificate2Collection();
            roots.ImportFromPemFile(file);
            return roots;
        }
        catch (Exception reason) when (reason is IOException or UnauthorizedAccessException or CryptographicException)
        {
            return null; // nginx would not have started with it; without the file nothing better is known
        }
    }
}
