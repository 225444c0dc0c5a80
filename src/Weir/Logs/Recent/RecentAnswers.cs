using System.Collections.Immutable;
using Weir.Diagnosis;

namespace Weir.Logs.Recent;

/// <summary>
/// Reads the answers to the judge's questions off a view. What the logs cannot tell stays unanswered.
/// </summary>
internal static class RecentAnswers
{
    // Fewer say nothing about a share.
    private const int Few = 5;
    private const int Many = 10;
    private const double NearlyAll = 0.9;
    private const double Most = 0.8;
    private const double InstantSeconds = 0.01; // nothing was waited for: not even a busy server answers so fast

    public static ImmutableDictionary<Observable, bool> Of(RecentView view)
    {
        var answers = ImmutableDictionary.CreateBuilder<Observable, bool>();
        foreach (var (observable, isSo) in view.Phrases.SelectMany(each => each.Phrase.Answers))
        {
            answers[observable] = isSo || answers.GetValueOrDefault(observable);
        }

        FailedRequest[] failed = [.. view.Requests.Where(each => !each.IsSaved)];
        Add(answers, Observable.GatewayMadeIt, MadeIt(failed));
        Add(answers, Observable.Intermittent, Succeeds(view, failed.Length));
        AddDurations(answers, view, [.. failed.Select(each => each.Seconds).OfType<double>()]);
        Add(answers, Observable.OneMemberFails, OneMember(view.Members));
        return answers.ToImmutable();
    }

    private static void Add(
        ImmutableDictionary<Observable, bool>.Builder answers, Observable observable, bool? isSo)
    {
        if (isSo is { } known)
        {
            answers[observable] = known;
        }
    }

    private static bool? MadeIt(FailedRequest[] failed)
    {
        var gateway = failed.Count(each => each.Origin == ErrorOrigin.Gateway);
        var upstream = failed.Count(each => each.Origin == ErrorOrigin.Upstream);
        return gateway + upstream == 0 ? null : gateway >= upstream;
    }

    private static bool? Succeeds(RecentView view, int failed)
        => failed == 0 || view.RequestCount < Few ? null : view.RequestCount - view.ServerErrors > 0;

    private static void AddDurations(
        ImmutableDictionary<Observable, bool>.Builder answers, RecentView view, double[] seconds)
    {
        if (view.Edge is not null)
        {
            answers[Observable.FixedDuration] = true;
        }
        else if (seconds.Length >= Many)
        {
            answers[Observable.FixedDuration] = false;
        }

        if (seconds.Length >= Few)
        {
            var instant = seconds.Count(each => each <= InstantSeconds) / (double)seconds.Length;
            Add(answers, Observable.InstantFailure, instant >= Most ? true : instant <= 1 - Most ? false : null);
        }
    }

    // The name of a whole group among the members says that none was asked; it is no member.
    private static bool? OneMember(ImmutableArray<MemberCount> members)
    {
        MemberCount[] asked = [.. members.Where(each => each.Tries >= Few && each.Upstream.Contains(':'))];
        var failures = asked.Sum(each => each.Failures);
        if (asked.Length < 2 || failures < Few)
        {
            return null;
        }

        var worst = asked.MaxBy(each => each.Failures)!;
        return worst.Failures >= failures * NearlyAll;
    }
}
