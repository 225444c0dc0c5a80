using Weir.Knowledge;
using Weir.Vocabulary;

namespace Weir.Diagnosis;

/// <summary>
/// The knowledge as numbers: for each cause how likely each answer and each failure is, what is inherited from
/// consequences included. The last row is "none of these": a hypothesis under which everything is as it usually is.
/// </summary>
internal sealed class LikelihoodTable
{
    /// <summary>The share of all weight that stays with "none of these".</summary>
    private const double UnknownShare = 0.03;

    /// <summary>No answer is taken as surer than this: seats err too.</summary>
    private const double Floor = 0.004;

    /// <summary>How likely a failure is that a cause does not speak of.</summary>
    private const double FailureFloor = 0.002;

    private static readonly int ObservableCount = Enum.GetValues<Observable>().Length;
    private static readonly int FailureCount = Enum.GetValues<Failure>().Length;

    private readonly double[,] yes;
    private readonly double[,] failure;

    public LikelihoodTable(KnowledgeBase knowledge)
    {
        var causes = knowledge.Causes;
        Rows = causes.Count + 1;
        Prior = new double[Rows];
        yes = new double[Rows, ObservableCount];
        failure = new double[Rows, FailureCount];

        var weights = causes.Sum(cause => cause.Weight);
        for (var row = 0; row < causes.Count; row++)
        {
            Prior[row] = (1 - UnknownShare) * causes[row].Weight / weights;
            FillAnswers(row, causes[row], knowledge);
            FillFailures(row, causes[row], knowledge);
        }

        FillUnknown(causes.Count);
    }

    /// <summary>The number of hypotheses: the causes and, last, "none of these".</summary>
    public int Rows { get; }

    /// <summary>How likely each is before anything was seen.</summary>
    public double[] Prior { get; }

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

    private void FillAnswers(int row, CauseKnowledge cause, KnowledgeBase knowledge)
    {
        foreach (var observable in Enum.GetValues<Observable>())
        {
            var usually = observable.Traits().Usually;
            var likely = cause.Signs.TryGetValue(observable, out var sign)
                ? sign.Likely
                : usually + cause.BringsAbout.Sum(consequence =>
                    consequence.Value * (LikelyUnder(consequence.Key, usually) - usually));

            double LikelyUnder(string id, double otherwise)
                => knowledge.Find(id)!.Signs.GetValueOrDefault(observable)?.Likely ?? otherwise;

            yes[row, (int)observable] = Math.Clamp(likely, Floor, 1 - Floor);
        }
    }

    private void FillFailures(int row, CauseKnowledge cause, KnowledgeBase knowledge)
    {
        var free = 1 - cause.ShowsAs.Values.Sum();
        var inherited = cause.BringsAbout.Values.Sum();
        foreach (var kind in Enum.GetValues<Failure>())
        {
            var share = cause.ShowsAs.GetValueOrDefault(kind);
            foreach (var (id, likely) in cause.BringsAbout)
            {
                share += free * likely / inherited * knowledge.Find(id)!.ShowsAs.GetValueOrDefault(kind);
            }

            failure[row, (int)kind] = Math.Max(share, FailureFloor);
        }
    }

    private void FillUnknown(int row)
    {
        Prior[row] = UnknownShare;
        foreach (var observable in Enum.GetValues<Observable>())
        {
            yes[row, (int)observable] = observable.Traits().Usually;
        }

        for (var kind = 0; kind < FailureCount; kind++)
        {
            failure[row, kind] = 1.0 / FailureCount;
        }
    }
}
