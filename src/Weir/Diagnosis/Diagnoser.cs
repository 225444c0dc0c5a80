using System.Collections.Immutable;
using Weir.Knowledge;

namespace Weir.Diagnosis;

/// <summary>Turns a case into the answer: verdict, causes with their evidence, and the next look.</summary>
/// <param name="judge">Who weighs the causes.</param>
public sealed class Diagnoser(Judge judge)
{
    /// <summary>How many looks are proposed at the end of a report.</summary>
    private const int MostNext = 3;

    /// <summary>Judges <paramref name="open"/>. Pure.</summary>
    public Diagnosis Conclude(Case open)
    {
        var verdict = VerdictOf(open);
        var evidence = Number(open.Findings);
        var testimony = TestimonyOf(open);
        var ranking = verdict == Verdict.Healthy ? null : judge.Decide(testimony);
        return new Diagnosis
        {
            Target = open.Target,
            At = open.At,
            Took = open.Took,
            Verdict = verdict,
            Status = open.Status,
            Scope = open.Scope,
            AnsweredBy = open.AnsweredBy,
            Failures = open.Failures,
            Causes = ranking is null ? [] : [.. ranking.Suspects.Select(suspect => Describe(suspect, open))],
            Evidence = evidence,
            Skipped = open.Skipped,
            Next = ranking is null ? [] : NextLooks(ranking, open),
            Steps = open.Steps,
            Contacts = open.Contacts,
            Path = open.Path,
            Redirects = open.Redirects,
        };
    }

    private static Verdict VerdictOf(Case open)
        => open.Samples switch
        {
            { Answered: 0 } => Verdict.Unreachable,
            { Failed: 0 } => open.Ailing ? Verdict.Degraded : Verdict.Healthy,
            var samples => samples.Failed * 2 >= samples.Total ? Verdict.Failing : Verdict.Degraded,
        };

    private static Testimony TestimonyOf(Case open)
        => open.Findings.SelectMany(finding => finding.Answers).Aggregate(
            Testimony.None with { Failure = open.Failure },
            (testimony, answer) => testimony.With(answer.Observable, answer.IsSo));

    private static ImmutableArray<Evidence> Number(ImmutableArray<Finding> findings)
        => [.. findings.Select((finding, index) => new Evidence(
            Id(index), finding.Source, finding.Hop, finding.At, finding.Says, finding.Data))];

    private static string Id(int index) => $"e{index + 1}";

    private static SuspectedCause Describe(Suspect suspect, Case open)
    {
        var cause = suspect.Cause;
        return new SuspectedCause(
            cause.Id,
            suspect.Confidence,
            Placeholders.Fill(cause.Title, open.Places),
            Placeholders.Fill(cause.Explanation[0], open.Places),
            EvidenceFor(suspect.For, suspect.FailureFits == true, open),
            EvidenceFor(suspect.Against, suspect.FailureFits == false, open),
            [.. cause.VisitorRemedies.Select(text => Placeholders.Fill(text, open.Places))],
            [.. RemedyChoice.For(cause, open.AnsweredBy?.Software)
                .Select(remedy => Placeholders.Fill(RemedyChoice.Text(remedy), open.Places))]);
    }

    private static ImmutableArray<string> EvidenceFor(
        ImmutableArray<Observable> observables, bool failure, Case open)
        => [.. open.Findings
            .Select((finding, index) => (finding, index))
            .Where(each => (failure && each.finding.Shows is { } kind && open.Failure.ContainsKey(kind))
                || each.finding.Answers.Any(answer => observables.Contains(answer.Observable)))
            .Select(each => Id(each.index))];

    private static ImmutableArray<string> NextLooks(Ranking ranking, Case open)
    {
        var looks = ranking.Next.Select(observable =>
            $"{observable.Traits().Question} {Placeholders.Fill(observable.Traits().Ask, open.Places)}");
        var log = Placeholders.Fill(GatewayLogs.WhereToLook(open.AnsweredBy?.Software), open.Places);
        return [.. open.Looks.Concat(ranking.FailureWouldTell ? looks.Prepend(log) : looks).Take(MostNext)];
    }
}
