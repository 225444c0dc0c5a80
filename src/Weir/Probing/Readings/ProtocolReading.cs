using Weir.Diagnosis;
using Weir.Probing.Checks;
using Weir.Probing.Http;
using Weir.Probing.Tls;
using Weir.Vocabulary;
using static Weir.Diagnosis.Observable;

namespace Weir.Probing.Readings;

/// <summary>What other protocols and versions met at the same address.</summary>
internal static class ProtocolReading
{
    public static IEnumerable<Finding> Of(SiteView view)
        => view.Observed.Of<Http2Seen>().FirstOrDefault() is not { } second ? []
            : view.Target.IsTls ? [OverTls(second, view)]
            : [OnPlainPort(second, view)];

    // The port was asked in plain HTTP/1.1 and did not answer so. What does it speak?
    private static Finding OnPlainPort(Http2Seen second, SiteView view)
    {
        var handshake = view.Observed.Of<Shaken>().FirstOrDefault()?.Handshake;
        var tls = handshake is { Completed: true } or { End: HandshakeEnd.Alert };
        var http2 = SpeaksHttp2(second.Exchange);
        return Note(second, tls ? $"{second.Look.Endpoint} speaks TLS: it was asked in plain text, write https://."
            : http2 ? $"{second.Look.Endpoint} speaks HTTP/2 only: it was asked in HTTP/1.1."
            : $"{second.Look.Endpoint} speaks neither TLS nor HTTP/2.") with
        {
            Answers = [(ProtocolMixedUp, tls || http2)],
        };
    }

    private static Finding OverTls(Http2Seen second, SiteView view)
    {
        var well = second.Exchange.Failure is null && second.Exchange.Status is not null;
        var allFail = view.AsAsked.Count > 0 && view.Failing.Count == view.AsAsked.Count;
        return Note(second, well
            ? $"By HTTP/2 it is answered well ({second.Exchange.Status})."
            : $"By HTTP/2 it fails too ({second.Exchange.Failure?.Id() ?? "no answer"}).") with
        {
            Answers = allFail && well ? [(OnlyThisClient, true)] : [],
        };
    }

    private static bool SpeaksHttp2(HttpExchange exchange)
        => exchange.Status is not null || exchange.Failure == Failure.StreamRefused;

    private static Finding Note(Http2Seen seen, string says) => new()
    {
        Source = Source.Probe,
        Hop = Hops.Site,
        At = seen.At,
        Says = says,
    };
}
