using System.Text.Json.Nodes;
using Weir.Diagnosis;
using Weir.Http1;
using Weir.Probing.Answers;
using Weir.Probing.Checks;
using Weir.Probing.Http;
using Weir.Vocabulary;
using static Weir.Diagnosis.Observable;

namespace Weir.Probing.Readings;

/// <summary>What the failing answer itself says: who wrote it, what it names, what came instead of HTTP.</summary>
internal static class AnswerReading
{
    /// <summary>The answers of the site that went wrong on the wire, one finding a kind of failure.</summary>
    public static IEnumerable<Finding> Of(SiteView view)
    {
        var broken = view.Failing
            .Where(each => each.Exchange is not null && each.Failure is not (null or Failure.UpstreamError))
            .GroupBy(each => each.Failure!.Value)
            .Select(group => Broken(group.First(), group.Count(), view.AsAsked.Count));
        var answer = AnswerView.Of(view);
        return answer is null || view.Failing.All(each => each.Page is null)
            ? broken
            : [.. broken, Answered(answer), .. ProxyStatus(answer), .. Path(answer), .. MarkReading.Of(answer)];
    }

    private static Finding Broken(Sampled sampled, int count, int of)
    {
        var exchange = sampled.Exchange!;
        return new Finding
        {
            Source = Source.Probe,
            Hop = Hops.Site,
            At = sampled.At,
            Shows = sampled.Failure,
            Says = $"{Words.Requests(count, of)}: {ExchangeWords.Of(exchange)}.",
            Answers = [.. Answers(exchange)],
            Data = new JsonObject
            {
                ["endpoint"] = exchange.Endpoint,
                ["status"] = exchange.Status,
                ["bytes_received"] = exchange.BytesReceived,
                ["head_bytes"] = exchange.HeadBytes,
                ["seconds"] = Words.Seconds(exchange.Timings.Total),
                ["errno"] = exchange.Errno,
            },
        };
    }

    /// <summary>What an exchange that broke answers.</summary>
    public static IEnumerable<(Observable, bool)> Answers(HttpExchange exchange)
    {
        if (exchange.HeadProblem is { } problem && (problem != HeadProblem.NotHttp || exchange.Speaks is not null))
        {
            var other = exchange.Speaks ?? WireProtocol.Unknown;
            yield return (ProtocolMixedUp, IsMixedUp(other));
            yield return (OtherProtocolSpoken, !IsMixedUp(other)
                && other is not (WireProtocol.Unknown or WireProtocol.Markup));
        }
    }

    private static Finding Answered(AnswerView answer)
    {
        var (page, answerer) = (answer.Page, answer.Answerer);
        var made = answer.MadeIt;
        List<(Observable, bool)> answers = [];
        if (made is { } isMade && page.Status >= 500)
        {
            var application = answerer?.Role is AnswererRole.ApplicationServer or AnswererRole.Framework;
            answers.Add((GatewayMadeIt, isMade && !application));
            if (application || (!isMade && answerer?.Writer is not null))
            {
                answers.Add((ApplicationMadeIt, application || IsApplication(answerer?.Writer)));
            }
        }

        return new Finding
        {
            Source = Source.Probe,
            Hop = Hops.Site,
            At = answer.Sampled.At,
            Shows = page.Status >= 500 ? Failure.UpstreamError : null,
            Says = AnswerWords.Of(answer),
            Answers = [.. answers],
            Data = new JsonObject
            {
                ["status"] = page.Status,
                ["software"] = answerer?.Software,
                ["writer"] = answerer?.Writer,
                ["made_it"] = made,
                ["body_bytes"] = page.BodyLength,
                ["seconds"] = Words.Seconds(answer.Sampled.Took),
            },
        };
    }

    private static bool IsMixedUp(WireProtocol protocol) => protocol is WireProtocol.TlsAlert
        or WireProtocol.TlsRecord or WireProtocol.Http2 or WireProtocol.FastCgi or WireProtocol.Http1;

    private static bool IsApplication(string? writer) => writer is not null && FingerprintTable.All
        .Any(print => print.Software == writer
            && print.Role is AnswererRole.ApplicationServer or AnswererRole.Framework);

    private static IEnumerable<Finding> ProxyStatus(AnswerView answer)
    {
        if (answer.ProxyStatus.Error is { } error)
        {
            yield return Note(answer,
                $"The answer has a Proxy-Status field that is not valid ({error}); it is not used.");
        }
        else if (answer.Speaker is { } speaker)
        {
            yield return Note(answer, $"The gateway says so itself (Proxy-Status, RFC 9209): {speaker}.") with
            {
                Shows = speaker.Possible is [var only] ? only : null,
                Answers = speaker.Error == ProxyError.ProxyLoopDetected ? [(SeenTwiceInPath, true)]
                    : speaker.Error == ProxyError.DestinationUnavailable ? [(AllMembersDown, true)] : [],
            };
        }

        if (answer is { Speaker: null, Answerer: { Says: { } words, Possible.Count: > 0 } answerer })
        {
            var means = string.Join(" or ", answerer.Possible.Select(each => each.Id()));
            yield return Note(answer, $"The error page itself names a reason: \"{words}\" ({means}).") with
            {
                Shows = answerer.Possible is [var only] ? only : null,
                Answers = answerer.Possible is [Failure.NoHealthyUpstream] ? [(AllMembersDown, true)] : [],
            };
        }
    }

    private static IEnumerable<Finding> Path(AnswerView answer)
    {
        var via = answer.Hops.Where(hop => hop.Field == "Via").Select(hop => hop.Name).ToList();
        if (via.Count > 0)
        {
            var twice = via.GroupBy(name => name, StringComparer.OrdinalIgnoreCase)
                .Where(group => group.Count() > 2).Select(group => group.Key).FirstOrDefault();
            yield return Note(answer, twice is null
                ? $"The answer came through {string.Join(", ", via)} (Via)."
                : $"The answer passed {twice} again and again (Via: {string.Join(", ", via)}).") with
            {
                Answers = twice is null ? [] : [(SeenTwiceInPath, true)],
            };
        }
    }

    /// <summary>A note about the answer.</summary>
    public static Finding Note(AnswerView answer, string says) => new()
    {
        Source = Source.Gateway,
        Hop = Hops.Site,
        At = answer.Sampled.At,
        Says = says,
    };
}
