using System.Collections.Immutable;

namespace Weir.Diagnosis;

/// <summary>Finds the unanswered questions whose answer would tell most about the cause.</summary>
internal static class NextQuestions
{
    /// <summary>How many are proposed.</summary>
    private const int Most = 3;

    /// <summary>A question that is expected to tell less than this, in bits, is not worth a person's time.</summary>
    private const double LeastBits = 0.05;

    /// <summary>
    /// The best questions, and whether knowing the failure at the hop would tell more than any of them.
    /// </summary>
    public static (ImmutableArray<Observable> Observables, bool FailureWouldTell) Best(
        LikelihoodTable table, double[] posterior, Testimony testimony)
    {
        var answered = testimony.Answers.Keys.Select(each => each.Traits().CountsAs).ToHashSet();
        var best = ObservableCatalog.All
            .Where(row => row.Ask.Length > 0 && !answered.Contains(row.CountsAs))
            .Select(row => (row.Observable, Bits: Bits(table, posterior, row.Observable)))
            .Where(each => each.Bits >= LeastBits)
            .OrderByDescending(each => each.Bits)
            .ThenBy(each => each.Observable)
            .DistinctBy(each => each.Observable.Traits().Ask)
            .DistinctBy(each => each.Observable.Traits().CountsAs)
            .Take(Most)
            .ToImmutableArray();
        var failureTells = testimony.Failure.Count > 1
            && FailureBits(table, posterior, testimony) >= (best is [var first, ..] ? first.Bits : LeastBits);
        return ([.. best.Select(each => each.Observable)], failureTells);
    }

    private static double Bits(LikelihoodTable table, double[] posterior, Observable observable)
    {
        var left = Entropy(table, posterior);
        foreach (var isSo in (bool[])[true, false])
        {
            var joint = posterior.Select((share, row) => share * table.Of(row, observable, isSo)).ToArray();
            left -= joint.Sum() * Entropy(table, joint);
        }

        return left;
    }

    private static double FailureBits(LikelihoodTable table, double[] posterior, Testimony testimony)
    {
        var left = Entropy(table, posterior);
        foreach (var (kind, fits) in testimony.Failure)
        {
            var joint = posterior
                .Select((share, row) => share * fits * table.Of(row, kind) / table.Of(row, testimony.Failure))
                .ToArray();
            left -= joint.Sum() * Entropy(table, joint);
        }

        return left;
    }

    // In bits, over the causes: in which way a cause shows itself is not what is asked.
    private static double Entropy(LikelihoodTable table, double[] shares)
    {
        var sum = shares.Sum();
        return sum <= 0 ? 0 : -table.ByCause(shares)
            .Where(share => share > 0)
            .Sum(share => share / sum * Math.Log2(share / sum));
    }
}
