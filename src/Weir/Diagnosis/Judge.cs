using Weir.Knowledge;

namespace Weir.Diagnosis;

/// <summary>
/// Weighs the causes by Bayes' rule. Pure: the same testimony gives the same ranking, with no clock and no I/O.
/// What was not checked does not count; answers that are views of one thing count once, by the most telling of them.
/// </summary>
public sealed class Judge
{
    /// <summary>A cause below this is not reported.</summary>
    public const double LeastConfidence = 0.05;

    /// <summary>However clear a case looks, this much doubt stays: a promise of certainty could not be kept.</summary>
    private const double MostConfidence = 0.98;

    /// <summary>An answer speaks for or against a cause when it shifts the odds at least this much.</summary>
    private const double Telling = 1.3;

    /// <summary>
    /// A root stands before its consequence if it has at least this share of the consequence's confidence.
    /// </summary>
    private const double RootShare = 0.5;

    private readonly KnowledgeBase knowledge;
    private readonly LikelihoodTable table;

    /// <summary>A judge who knows <paramref name="knowledge"/>.</summary>
    public Judge(KnowledgeBase knowledge)
    {
        this.knowledge = knowledge;
        table = new LikelihoodTable(knowledge);
    }

    /// <summary>Ranks the causes by <paramref name="testimony"/>.</summary>
    public Ranking Decide(Testimony testimony)
    {
        var counted = CountedAnswers(testimony);
        var posterior = Posterior(testimony, counted);
        var suspects = Enumerable.Range(0, knowledge.Causes.Count)
            .Where(row => posterior[row] >= LeastConfidence)
            .OrderByDescending(row => posterior[row])
            .Select(row => Describe(row, posterior, testimony))
            .ToList();
        var next = NextQuestions.Best(table, posterior, testimony);
        return new Ranking(
            [.. RootsFirst(suspects)], posterior[^1], next.Observables, next.FailureWouldTell);
    }

    // Of each group of correlated answers only the one that separates the hypotheses most is counted.
    private List<(Observable Observable, bool IsSo)> CountedAnswers(Testimony testimony)
        => [.. testimony.Answers
            .Select(pair => (Observable: pair.Key, IsSo: pair.Value))
            .GroupBy(answer => answer.Observable.Traits().Group is var group and not Correlation.None
                ? $"group {group}"
                : $"alone {answer.Observable}")
            .Select(group => group.MaxBy(Spread))
            .OrderBy(answer => answer.Observable)];

    private double Spread((Observable Observable, bool IsSo) answer)
    {
        var (least, most) = (double.MaxValue, 0.0);
        for (var row = 0; row < table.Rows; row++)
        {
            var likely = table.Of(row, answer.Observable, answer.IsSo);
            (least, most) = (Math.Min(least, likely), Math.Max(most, likely));
        }

        return most / least;
    }

    private double[] Posterior(Testimony testimony, List<(Observable Observable, bool IsSo)> answers)
    {
        var logs = new double[table.Rows];
        for (var row = 0; row < table.Rows; row++)
        {
            logs[row] = Math.Log(table.Prior[row])
                + (testimony.Failure.Count > 0 ? Math.Log(table.Of(row, testimony.Failure)) : 0)
                + answers.Sum(answer => Math.Log(table.Of(row, answer.Observable, answer.IsSo)));
        }

        var highest = logs.Max();
        var shares = logs.Select(log => Math.Exp(log - highest)).ToArray();
        var sum = shares.Sum();
        return [.. shares.Select(share => Math.Min(share / sum, MostConfidence))];
    }

    private Suspect Describe(int row, double[] posterior, Testimony testimony)
    {
        var odds = testimony.Answers
            .Select(answer => (
                answer.Key,
                Shift: Shift(row, posterior, each => table.Of(each, answer.Key, answer.Value))))
            .OrderByDescending(answer => answer.Shift)
            .ToList();
        var fits = testimony.Failure.Count == 0
            ? 1
            : Shift(row, table.Prior, each => table.Of(each, testimony.Failure));
        return new Suspect(
            knowledge.Causes[row],
            posterior[row],
            [.. odds.Where(answer => answer.Shift >= Telling).Select(answer => answer.Key)],
            [.. odds.Where(answer => answer.Shift <= 1 / Telling).Select(answer => answer.Key)],
            fits >= Telling ? true : fits <= 1 / Telling ? false : null);
    }

    // How much likelier what was seen is under this hypothesis than under the others together, as they were before.
    private double Shift(int row, double[] shares, Func<int, double> likely)
    {
        var (sum, weight) = (0.0, 0.0);
        for (var other = 0; other < table.Rows; other++)
        {
            if (other != row)
            {
                var prior = (shares[other] + table.Prior[other]) / 2;
                (sum, weight) = (sum + (prior * likely(other)), weight + prior);
            }
        }

        return likely(row) / (sum / weight);
    }

    private static List<Suspect> RootsFirst(List<Suspect> suspects)
    {
        for (var at = 1; at < suspects.Count; at++)
        {
            var root = suspects[at];
            var ahead = suspects.FindIndex(0, at, other =>
                root.Cause.BringsAbout.ContainsKey(other.Cause.Id)
                && root.For.Any(root.Cause.Signs.ContainsKey)
                && root.Confidence >= other.Confidence * RootShare);
            if (ahead >= 0)
            {
                suspects.RemoveAt(at);
                suspects.Insert(ahead, root);
            }
        }

        return suspects;
    }
}
