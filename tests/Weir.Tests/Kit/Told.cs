using Weir.Vocabulary;

namespace Weir.Tests.Kit;

/// <summary>What the judge says in a few lines, for the message of a failing test.</summary>
internal static class Told
{
    public static string Of(global::Weir.Diagnosis.Diagnosis diagnosis) => string.Join('\n',
    [
        $"{diagnosis.Target}: {diagnosis.Verdict}, status {diagnosis.Status}, {diagnosis.Took.TotalSeconds:0.0} s",
        .. diagnosis.Failures.Select(each => $"  {each.Kind.Id()} {each.Hop} {each.Endpoint} {each.Count}/{each.Of}"),
        .. diagnosis.Causes.Select(each => $"  {each.Confidence:0.00} {each.Id}"),
        .. diagnosis.Evidence.Select(each => $"  {each.Id} {each.Source}: {each.Says}"),
        .. diagnosis.Skipped.Select(each => $"  skipped {each.Check}: {each.Why}"),
    ]);

    /// <summary>A ranking in a few lines.</summary>
    public static string Of(global::Weir.Diagnosis.Ranking ranking) => string.Join('\n',
    [
        .. ranking.Suspects.Select(each => $"  {each.Confidence:0.000} {each.Cause.Id}"
            + $" for {string.Join(' ', each.For)} against {string.Join(' ', each.Against)}"),
        $"  {ranking.Unexplained:0.000} none of these",
        $"  next: {string.Join(' ', ranking.Next)} {(ranking.FailureWouldTell ? "and the failure" : "")}",
    ]);
}
