using System.Text.Json.Nodes;
using Weir.Diagnosis;
using Weir.Vocabulary;
using static Weir.Diagnosis.Observable;

namespace Weir.Probing.Readings;

/// <summary>What the repeated requests say together: how many fail, at which address, after what time.</summary>
internal static class SampleReading
{
    /// <summary>Faster than this after the request, nobody has worked on it.</summary>
    private static readonly TimeSpan AtOnce = TimeSpan.FromMilliseconds(100);

    /// <summary>Below this, equal durations say nothing: everything is equally quick.</summary>
    private static readonly TimeSpan TimerLeast = TimeSpan.FromSeconds(0.9);

    /// <summary>
    /// Durations that lie above the least one by no more than this share are taken for one timer: the edge of a timer
    /// is sharp below, while above it this machine's own load delays a few.
    /// </summary>
    private const double TimerSpread = 0.04;

    /// <summary>Durations that differ by more than this share do not come from one timer.</summary>
    private const double NoTimerSpread = 0.25;

    /// <summary>Above this round trip a request of a few round trips meets common time-outs.</summary>
    private static readonly TimeSpan FarAway = TimeSpan.FromMilliseconds(700);

    public static IEnumerable<Finding> Of(SiteView view)
        => view.AsAsked.Count == 0 ? [] : [Count(view), .. Distance(view), .. Duration(view), .. Members(view)];

    // How far away the site is, where that can matter: a failure of time over a connection that stands.
    private static IEnumerable<Finding> Distance(SiteView view)
    {
        var trips = view.AsAsked.Where(each => each.Connect.Connected && !each.Connect.Late)
            .Select(each => each.Connect.Took).Order().ToList();
        if (trips.Count == 0 || !view.Failing.Any(each => IsOurPatience(each.Failure)))
        {
            yield break;
        }

        var own = Plans.LocalPlan.IsOwn(view, view.AsAsked[0].Sample.Endpoint.Address);
        yield return new Finding
        {
            Source = Source.Probe,
            Hop = Hops.Site,
            At = view.AsAsked[0].At,
            Says = own ? "The address is on this very machine: no network lies between."
                : $"The way there and back takes {Words.Time(trips[0])}.",
            Answers = own
                ? [(RoundTripSlow, false), (PacketsLost, false), (OnlyLargePacketsVanish, false)]
                : [(RoundTripSlow, trips[0] >= FarAway)],
        };
    }

    private static Finding Count(SiteView view)
    {
        var (total, failed) = (view.AsAsked.Count, view.Failing.Count);
        var statuses = view.AsAsked.GroupBy(each => each.Status?.ToString() ?? each.Failure?.Id() ?? "none")
            .Select(group => $"{group.Key} {group.Count()} times");
        var cookies = Checks.VisitorRequest.IsPersonal(view.Observed.Options);
        List<(Observable, bool)> answers = [];
        if (total >= 3 && failed > 0)
        {
            answers.Add((Intermittent, failed < total));
        }

        if (failed > 0 && !cookies)
        {
            answers.Add((OnlyWithCookies, false)); // It fails, and none was sent.
        }

        return new Finding
        {
            Source = Source.Probe,
            Hop = Hops.Site,
            At = view.AsAsked[0].At,
            Says = failed == 0 ? $"All {total} requests were answered well ({string.Join(", ", statuses)})."
                : $"{Words.Requests(failed, total)}{(cookies ? "" : ", without cookies,")} failed "
                    + $"({string.Join(", ", statuses)}).",
            Answers = [.. answers],
            Data = new JsonObject { ["requests"] = total, ["failed"] = failed },
        };
    }

    private static IEnumerable<Finding> Duration(SiteView view)
    {
        var patience = view.Observed.Options.Patience;
        var times = view.Failing
            .Where(each => each.Connect.Connected && !IsOurPatience(each.Failure))
            .Select(each => each.Took - each.Connect.Took).Where(time => time < patience).ToList();
        if (times.Count == 0)
        {
            yield break;
        }

        times.Sort();
        var (least, middle) = (times[0], times[times.Count / 2]);
        var spread = (times[^1] - least) / middle;
        var sharp = times.Count(time => time <= least * (1 + TimerSpread));
        var timer = least >= TimerLeast && times.Count > 1 && sharp * 4 >= times.Count * 3;
        yield return new Finding
        {
            Source = Source.Probe,
            Hop = Hops.Site,
            At = view.AsAsked[0].At,
            Says = timer
                ? $"The failures took {Words.Time(middle)}, {sharp} of {times.Count} within {TimerSpread:0 %}: a timer."
                : $"The failures took {Words.Time(times.Min())} to {Words.Time(times.Max())}.",
            Answers = timer ? [(FixedDuration, true), (InstantFailure, false)]
                : middle < AtOnce ? [(InstantFailure, true)]
                : least < TimerLeast ? []
                : times.Count > 2 && spread > NoTimerSpread ? [(FixedDuration, false), (InstantFailure, false)]
                : [(InstantFailure, false)],
            Data = new JsonObject
            {
                ["seconds_least"] = Words.Seconds(times.Min()),
                ["seconds_most"] = Words.Seconds(times.Max()),
            },
        };
    }

    // These end when this command no longer waits, which says nothing about the site's timers.
    private static bool IsOurPatience(Failure? failure)
        => failure is Failure.HeadersTimeout or Failure.BodyTimeout or Failure.TlsTimeout or Failure.ConnectTimeout;

    private static IEnumerable<Finding> Members(SiteView view)
    {
        var addresses = view.AsAsked.GroupBy(each => each.Sample.Endpoint).ToList();
        if (addresses.Count < 2 || view.Failing.Count == 0)
        {
            yield break;
        }

        var bad = addresses.Where(group => group.All(each => each.Fails)).Select(group => group.Key).ToList();
        var good = addresses.Where(group => !group.Any(each => each.Fails)).Select(group => group.Key).ToList();
        yield return new Finding
        {
            Source = Source.Probe,
            Hop = Hops.Site,
            At = view.AsAsked[0].At,
            Says = bad.Count > 0 && good.Count > 0
                ? $"Of the site's {addresses.Count} addresses {string.Join(", ", bad)} always fails, "
                    + $"{string.Join(", ", good)} never."
                : $"The site has {addresses.Count} addresses, and the failures are not confined to one.",
            Answers = [(OneMemberFails, bad.Count > 0 && good.Count > 0)],
        };
    }
}
