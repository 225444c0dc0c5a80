using System.Collections.Immutable;
using Weir.Diagnosis;
using Weir.Probing.Answers;
using Weir.Probing.Checks;
using static Weir.Diagnosis.Observable;

namespace Weir.Probing.Readings;

/// <summary>What the varied requests say: cookies, caches, browsers, other paths.</summary>
internal static class VariationReading
{
    public static IEnumerable<Finding> Of(SiteView view)
    {
        var allFail = view.AsAsked.Count > 0 && view.Failing.Count == view.AsAsked.Count;
        return new[]
            {
                Varied(view, Variation.WithoutCookies, "Without the cookies it", OnlyWithCookies, allFail),
                Cached(view, allFail),
                Clients(view, allFail),
                Paths(view),
            }
            .OfType<Finding>();
    }

    // A variation answers a question only where every request as asked fails: else the good one may be luck.
    private static Finding? Varied(
        SiteView view, Variation variation, string words, Observable observable, bool allFail)
        => view.Varied(variation) is not { } varied || view.Failing.Count == 0 ? null
            : Note(varied, $"{words} {Outcome(varied)}.") with
            {
                Answers = allFail ? [(observable, !varied.Fails)] : [],
            };

    private static Finding? Cached(SiteView view, bool allFail)
    {
        if (Varied(view, Variation.FreshCopy, "With caches told to fetch a fresh copy it", StaleCopy, allFail)
            is not { } finding)
        {
            return null;
        }

        var mark = view.Failing.Select(each => each.Page).OfType<AnsweredPage>().Select(CacheReader.Read)
            .FirstOrDefault(each => each.FromCache == true);
        return mark is null ? finding : finding with
        {
            Says = $"The error came from a cache ({string.Join(", ", mark.Says)}). {finding.Says}",
        };
    }

    private static Finding? Clients(SiteView view, bool allFail)
    {
        var others = new[] { Variation.OtherBrowser, Variation.PlainTool }
            .Select(view.Varied).OfType<Sampled>().ToList();
        if (others.Count == 0 || view.Failing.Count == 0)
        {
            return null;
        }

        var well = others.Where(each => !each.Fails).ToList();
        return Note(others[0], well.Count > 0
            ? $"As another client ({string.Join(", ", well.Select(Name))}) it {Outcome(well[0])}."
            : $"As another browser and as a plain tool it fails just the same ({Result(others[0])}).") with
        {
            Answers = allFail ? [(OnlyThisClient, well.Count > 0)] : [],
        };
    }

    private static Finding? Paths(SiteView view)
    {
        var others = new[] { Variation.NoSuchPage, Variation.SmallFile, Variation.FrontPage }
            .Select(view.Varied).OfType<Sampled>().ToList();
        var well = others.Where(each => !each.Fails).ToList();
        if (others.Count == 0 || (view.Failing.Count == 0 && well.Count == others.Count))
        {
            return null;
        }

        ImmutableArray<(Observable, bool)> answers = well.Count > 0 && view.Failing.Count == view.AsAsked.Count
            ? [(OnlySomePaths, true), (EveryPathSlow, false)]
            : well.Count == 0 ? [(OnlySomePaths, false), (EveryPathSlow, true)] : [];
        return Note(others[0], well.Count > 0
            ? $"Other paths of the site are answered: {string.Join(", ", well.Select(Path))}."
            : $"Every path that was tried fails alike: {string.Join(", ", others.Select(Path))}.") with
        {
            Answers = answers,
        };
    }

    private static string Outcome(Sampled sampled) => sampled.Fails
        ? $"fails too ({Result(sampled)})"
        : $"is answered well ({Result(sampled)})";

    private static string Result(Sampled sampled) => sampled.Status?.ToString()
        ?? (sampled.Failure is { } failure ? Vocabulary.Spelling.Kebab(failure) : "no answer");

    private static string Path(Sampled sampled)
        => $"{sampled.Exchange?.Asked.Target ?? Name(sampled)} ({Result(sampled)}, {Words.Time(sampled.Took)})";

    private static string Name(Sampled sampled)
        => Vocabulary.Spelling.Kebab(sampled.Sample.Variation).Replace('-', ' ');

    private static Finding Note(Sampled sampled, string says) => new()
    {
        Source = Source.Probe,
        Hop = Hops.Site,
        At = sampled.At,
        Says = says,
    };
}
