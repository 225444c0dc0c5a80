using System.Text.Json.Nodes;
using Weir.Diagnosis;
using Weir.Inside.Checks;
using Weir.Probing.Readings;
using Weir.Probing.Upstream;
using Weir.Vocabulary;
using static Weir.Diagnosis.Observable;

namespace Weir.Inside.Readings;

/// <summary>What the gateway's request met when it was made again from the gateway's seat.</summary>
internal static class HopReading
{
    /// <summary>Heads above this share of the gateway's buffer meet its limit with the next cookie.</summary>
    private const double NearlyFull = 0.8;

    /// <summary>Characters of an application's complaint that are worth showing.</summary>
    private const int ErrorLength = 160;

    public static IEnumerable<Finding> Of(InsideView view, JudgedHop? judged)
        => [.. view.Ends.SelectMany(end => At(view, end, judged)), .. Members(view)];

    private static IEnumerable<Finding> At(InsideView view, HopEnd end, JudgedHop? judged)
    {
        var asks = view.AskedAt(end);
        if (asks.Count == 0)
        {
            yield break;
        }

        var isJudged = judged?.End is null ? judged is null : judged.End == end;
        var failing = asks.Where(each => each.Failure is not null).ToList();
        var shown = failing.FirstOrDefault() ?? asks[0];
        yield return Asked(view, end, shown, isJudged, judged);
        if (isJudged && failing.Count == asks.Count && view.Varied(end, HopVariation.SmallSegments) is { } small)
        {
            yield return Small(end, small);
        }

        if (isJudged && view.Varied(end, HopVariation.NoSuchPage) is { } trivial)
        {
            yield return Trivial(end, trivial);
        }

        if (isJudged && Other(view, end) is { } other)
        {
            yield return other;
        }
    }

    private static Finding Asked(InsideView view, HopEnd end, HopAsked shown, bool isJudged, JudgedHop? judged)
    {
        var attempt = shown.Attempt;
        var asks = view.AskedAt(end);
        var (of, failed) = (asks.Count, asks.Count(each => each.Failure is not null));
        var answers = isJudged ? Answers(view, end, attempt, judged) : [];
        return new Finding
        {
            Source = Source.Probe,
            Hop = end.Hop,
            At = shown.At,
            Shows = isJudged ? shown.Failure : null,
            Says = $"Asked from the gateway's seat, {end.Name} {HopWords.Of(shown)}"
                + $"{(of > 1 ? $" ({(failed == 0 ? "all" : $"{failed} of")} {of} attempts)" : "")}."
                + $"{(attempt.Errors.Length > 0 ? $" It wrote to its standard error: {Short(attempt.Errors)}" : "")}",
            Answers = [.. answers],
            Data = new JsonObject
            {
                ["endpoint"] = end.Name,
                ["failure"] = shown.Failure?.Id(),
                ["status"] = attempt.Exchange?.Status,
                ["errno"] = attempt.Connect.Errno,
                ["connect_seconds"] = Words.Seconds(attempt.Connect.Took),
                ["first_byte_seconds"] = attempt.Exchange?.Timings.FirstByte is { } first ? Words.Seconds(first) : null,
                ["head_bytes"] = attempt.Exchange?.HeadBytes,
                ["attempts"] = of,
                ["failed"] = failed,
            },
        };
    }

    private static string Short(string text) => text.Length <= ErrorLength ? text : text[..ErrorLength] + "…";

    private static IEnumerable<(Observable, bool)> Answers(
        InsideView view, HopEnd end, UpstreamAttempt attempt, JudgedHop? judged)
    {
        var asks = view.AskedAt(end);
        var (of, failed) = (asks.Count, asks.Count(each => each.Failure is not null));
        if (of > 1)
        {
            yield return (UpstreamWorksDirectly, failed == 0);
        }

        if (IsRace(view, judged, failed, of))
        {
            yield return (OnlyReusedConnections, true);
        }

        foreach (var answer in OfAddress(view, end))
        {
            yield return answer;
        }

        var late = asks.Count(each => each.Attempt.Connect is { Connected: true, Late: true });
        var silent = asks.Count(each => each.Attempt.Connect.Silent);
        if (late > 0)
        {
            yield return (SomeAttemptsConnect, true);
        }

        if (of > 1)
        {
            // Some get through and some do not: lost on the way, if the far end counts no queue that was full.
            yield return (PacketsLost, late + silent > 0 && silent < of);
        }

        if (!attempt.Connect.Connected)
        {
            foreach (var answer in ConnectReading.Answers(attempt.Connect))
            {
                yield return answer;
            }

            if (of > 1)
            {
                yield return (Recovering, failed < of);
                if (attempt.Connect.Silent)
                {
                    yield return (SomeAttemptsConnect, failed < of);
                }
            }
        }

        foreach (var answer in attempt.Tls is { Failure: not null } tls ? TlsReading.Answers(tls) : [])
        {
            yield return answer;
        }

        foreach (var answer in attempt.Exchange is { } exchange ? OfExchange(view, exchange) : [])
        {
            yield return answer;
        }
    }

    // Fresh connections are well, the gateway keeps its own, and those break before an answer.
    private static bool IsRace(InsideView view, JudgedHop? judged, int failed, int of)
        => failed == 0 && of > 1 && view.Gateway?.Hop?.KeepAlive.IsOn == true
            && judged is
            {
                IsProbed: false, Kind: Failure.ClosedBeforeHeaders
                or Failure.ResetBeforeHeaders or Failure.StaleConnection
            };

    // The address that the gateway goes on using against those that the name has now.
    private static IEnumerable<(Observable, bool)> OfAddress(InsideView view, HopEnd end)
    {
        if (end.Member.Host is null || end.Member.Literal is not null)
        {
            yield return (UsedAddressDiffers, false);
            yield break;
        }

        var now = view.Site.Observed.Of<MemberNamesSeen>().FirstOrDefault(each => each.Member == end.Member)?.Answer;
        if (now is not { Addresses.Count: > 0 })
        {
            yield break;
        }

        var moved = !now.Addresses.Contains(end.Address!);
        yield return (UsedAddressDiffers, moved);
        if (moved)
        {
            yield return (CurrentAddressWorks, view.Ends.Any(other => other.Member == end.Member
                && now.Addresses.Contains(other.Address!) && view.AskedAt(other) is { Count: > 0 } asked
                && asked.All(each => each.Failure is null)));
        }
    }

    private static IEnumerable<(Observable, bool)> OfExchange(InsideView view, Probing.Http.HttpExchange exchange)
    {
        var buffer = view.Gateway?.Hop?.Buffers.HeadBytes;
        var mixed = AnswerReading.Answers(exchange).ToList();
        return
        [
            .. mixed,
            .. mixed.Count == 0 && exchange.Status is not null ? [(ProtocolMixedUp, false)] : (( Observable, bool)[])[],
            .. buffer is { } bytes && exchange.Status is not null
                ? [(LargeHead, exchange.HeadBytes > bytes * NearlyFull)]
                : ((Observable, bool)[])[],
        ];
    }

    private static Finding Small(HopEnd end, HopAsked small)
    {
        var passes = small.Failure is null or Failure.UpstreamError;
        return new Finding
        {
            Source = Source.Probe,
            Hop = end.Hop,
            At = small.At,
            Says = passes
                ? $"In packets of at most {HopQuestions.SmallSegment} bytes the same request to {end.Name} is "
                    + "answered: large packets are lost on the way."
                : $"In packets of at most {HopQuestions.SmallSegment} bytes it is not answered either.",
            Answers = [(OnlyLargePacketsVanish, passes)],
        };
    }

    private static Finding Trivial(HopEnd end, HopAsked trivial)
    {
        var answered = trivial.Attempt.Exchange?.Status is not null;
        return new Finding
        {
            Source = Source.Probe,
            Hop = end.Hop,
            At = trivial.At,
            Says = answered
                ? $"A page that does not exist is answered by {end.Name} with {trivial.Attempt.Exchange!.Status} after "
                    + $"{Words.Time(trivial.Took)}: the upstream works, this path does not."
                : $"Not even a page that does not exist is answered by {end.Name}.",
            Answers = answered ? [(OnlySomePaths, true), (NothingCompletes, false)] : [(EveryPathSlow, true)],
        };
    }

    // The same port, asked in the other languages that it may speak.
    private static Finding? Other(InsideView view, HopEnd end)
    {
        var tls = view.Varied(end, HopVariation.OverTls);
        var fastCgi = view.Varied(end, HopVariation.ByFastCgi);
        if (tls is null || fastCgi is null)
        {
            return null;
        }

        var speaks = tls.Attempt.Tls?.Completed == true ? "TLS"
            : fastCgi.Attempt.Exchange is { Status: not null } ? "FastCGI" : null;
        return new Finding
        {
            Source = Source.Probe,
            Hop = end.Hop,
            At = tls.At,
            Says = speaks is null ? $"{end.Name} speaks neither TLS nor FastCGI."
                : $"{end.Name} speaks {speaks}, and the gateway asks in plain HTTP.",
            Answers = [(ProtocolMixedUp, speaks is not null)],
        };
    }

    private static IEnumerable<Finding> Members(InsideView view)
    {
        var asked = view.Ends.Where(end => view.AskedAt(end).Count > 0).ToList();
        var bad = asked.Where(end => view.AskedAt(end).All(each => each.Failure is not null)).ToList();
        var good = asked.Where(end => view.AskedAt(end).All(each => each.Failure is null)).ToList();
        if (asked.DistinctBy(end => end.Member).Count() < 2 || bad.Count == 0)
        {
            yield break;
        }

        yield return new Finding
        {
            Source = Source.Probe,
            Hop = bad[0].Hop,
            At = view.AskedAt(bad[0])[0].At,
            Says = good.Count > 0
                ? $"Of {asked.Count} servers behind the gateway {Names(bad)} fails, {Names(good)} is well."
                : $"All {asked.Count} servers behind the gateway fail.",
            Answers = [(OneMemberFails, good.Count > 0)],
        };
    }

    private static string Names(IEnumerable<HopEnd> ends) => string.Join(", ", ends.Select(each => each.Name));
}
