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
        var shares = Posterior(testimony, CountedAnswers(testimony));
        var confidences = table.ByCause(shares).Select(share => Math.Min(share, MostConfidence)).ToArray();
        var suspects = Enumerable.Range(0, knowledge.Causes.Count)
            .Where(cause => confidences[cause] >= LeastConfidence)
            .OrderByDescending(cause => confidences[cause])
            .Select(cause => Describe(cause, confidences[cause], shares, testimony))
            .ToList();
        var next = NextQuestions.Best(table, shares, testimony);
        return new Ranking(
            [.. RootsFirst(suspects)], confidences[^1], next.Observables, next.FailureWouldTell);
    }

    // Of each group of correlated answers only the one that separates the hypotheses most is counted.
    private List<(Observable Observable, bool IsSo)> CountedAnswers(Testimony testimony)
        => [.. testimony.Answers
            .Select(pair => (Observable: pair.Key, IsSo: pair.Value))
            .OrderBy(answer => answer.Observable)
            .GroupBy(answer => answer.Observable.Traits().CountsAs)
            .Select(group => group.MaxBy(Spread))];

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
        return [.. shares.Select(share => share / sum)];
    }

    private Suspect Describe(int cause, double confidence, double[] shares, Testimony testimony)
    {
        var odds = testimony.Answers
            .Select(answer => (
                answer.Key,
                Shift: Shift(cause, shares, shares, row => table.Of(row, answer.Key, answer.Value))))
            .OrderByDescending(answer => answer.Shift)
            .ThenBy(answer => answer.Key)
            .ToList();
        var fits = testimony.Failure.Count == 0
            ? 1
            : Shift(cause, shares, table.Prior, row => table.Of(row, testimony.Failure));
        return new Suspect(
            knowledge.Causes[cause],
            confidence,
            [.. odds.Where(answer => answer.Shift >= Telling).Select(answer => answer.Key)],
            [.. odds.Where(answer => answer.Shift <= 1 / Telling).Select(answer => answer.Key)],
            fits >= Telling ? true : fits <= 1 / Telling ? false : null);
    }

    // How much likelier what was seen is under this cause than under the others together: halfway between what they
    // were worth before and what the rivals are worth now. The cause itself stands as it now seems to show itself.
    private double Shift(int cause, double[] shares, double[] rivals, Func<int, double> likely)
    {
        var (own, ownWeight, sum, weight) = (0.0, 0.0, 0.0, 0.0);
        for (var row = 0; row < table.Rows; row++)
        {
            if (table.CauseOf(row) == cause)
            {
                (own, ownWeight) = (own + (shares[row] * likely(row)), ownWeight + shares[row]);
            }
            else
            {
                var worth = rivals[row] + table.Prior[row];
                (sum, weight) = (sum + (worth * likely(row)), weight + worth);
            }
        }

        return own / ownWeight / (sum / weight);
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
