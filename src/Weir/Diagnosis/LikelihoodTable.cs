using Weir.Knowledge;
using Weir.Vocabulary;

namespace Weir.Diagnosis;

/// <summary>
/// The knowledge as numbers: for each hypothesis how likely each answer and each failure is. A cause has a row for
/// itself and one for each cause that it may have brought about; the last row is "none of these", under which
/// everything is as it usually is.
/// </summary>
internal sealed class LikelihoodTable
{
    /// <summary>No answer is taken as surer than this: seats err too.</summary>
    private const double Floor = 0.004;

    /// <summary>How likely a failure is that a cause does not speak of.</summary>
    private const double FailureFloor = 0.0005;

    private static readonly int ObservableCount = Enum.GetValues<Observable>().Length;
    private static readonly int FailureCount = Enum.GetValues<Failure>().Length;

    private readonly double[,] yes;
    private readonly double[,] failure;
    private readonly int[] cause;

    public LikelihoodTable(KnowledgeBase knowledge)
    {
        Hypothesis[] hypotheses = [.. Hypothesis.All(knowledge)];
        var indexes = knowledge.Causes.Select((each, index) => (each.Id, index))
            .ToDictionary(each => each.Id, each => each.index);
        Rows = hypotheses.Length;
        Causes = knowledge.Causes.Count;
        Prior = [.. hypotheses.Select(each => each.Prior)];
        cause = [.. hypotheses.Select(each => each.Cause is { } known ? indexes[known.Id] : Causes)];
        yes = new double[Rows, ObservableCount];
        failure = new double[Rows, FailureCount];
        for (var row = 0; row < Rows; row++)
        {
            Fill(row, hypotheses[row], knowledge);
        }
    }

    /// <summary>The number of hypotheses.</summary>
    public int Rows { get; }

    /// <summary>The number of causes; "none of these" has this index.</summary>
    public int Causes { get; }

    /// <summary>How likely each hypothesis is before anything was seen.</summary>
    public double[] Prior { get; }

    /// <summary>The index of the cause that the hypothesis is about.</summary>
    public int CauseOf(int row) => cause[row];

    /// <summary>How likely the answer is under the hypothesis.</summary>
    public double Of(int row, Observable observable, bool isSo)
        => isSo ? yes[row, (int)observable] : 1 - yes[row, (int)observable];

    /// <summary>How likely what was seen of the failure is under the hypothesis.</summary>
    public double Of(int row, IReadOnlyDictionary<Failure, double> seen)
    {
        var sum = 0.0;
        foreach (var (kind, fits) in seen)
        {
            sum += fits * failure[row, (int)kind];
        }

        return sum;
    }

    /// <summary>How likely the failure is under the hypothesis.</summary>
    public double Of(int row, Failure kind) => failure[row, (int)kind];

    /// <summary>The shares of the hypotheses, added up by cause; "none of these" is the last.</summary>
    public double[] ByCause(double[] shares)
    {
        var sums = new double[Causes + 1];
        for (var row = 0; row < Rows; row++)
        {
            sums[cause[row]] += shares[row];
        }

        return sums;
    }

    private void Fill(int row, Hypothesis hypothesis, KnowledgeBase knowledge)
    {
        foreach (var observable in Enum.GetValues<Observable>())
        {
            yes[row, (int)observable] = Math.Clamp(hypothesis.Yes(observable, knowledge), Floor, 1 - Floor);
        }

        foreach (var kind in Enum.GetValues<Failure>())
        {
            failure[row, (int)kind] = Math.Max(hypothesis.Shows(kind) ?? 1.0 / FailureCount, FailureFloor);
        }
    }
}
