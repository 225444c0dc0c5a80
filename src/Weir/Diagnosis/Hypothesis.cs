using Weir.Knowledge;
using Weir.Vocabulary;

namespace Weir.Diagnosis;

/// <summary>
/// One way in which things may stand: a cause that shows itself, a cause that shows itself by what it brings about, or
/// none of the known causes.
/// </summary>
/// <param name="Cause">The cause; null for "none of these".</param>
/// <param name="Through">What the cause has brought about, when the failure is that of the consequence.</param>
/// <param name="Prior">How likely it is before anything was seen, 0 to 1; all together 1.</param>
internal sealed record Hypothesis(CauseKnowledge? Cause, CauseKnowledge? Through, double Prior)
{
    /// <summary>The share of all weight that stays with "none of these".</summary>
    private const double UnknownShare = 0.03;

    /// <summary>Every hypothesis, those of one cause one after the other, and "none of these" last.</summary>
    public static IEnumerable<Hypothesis> All(KnowledgeBase knowledge)
    {
        var weights = knowledge.Causes.Sum(cause => cause.Weight);
        return knowledge.Causes
            .SelectMany(cause => Of(cause, (1 - UnknownShare) * cause.Weight / weights, knowledge))
            .Append(new Hypothesis(null, null, UnknownShare));
    }

    /// <summary>How likely yes is under this hypothesis.</summary>
    public double Yes(Observable observable, KnowledgeBase knowledge)
    {
        var usually = observable.Traits().Usually;
        var own = Cause?.Signs.GetValueOrDefault(observable)?.Likely;
        var brought = Through?.Signs.GetValueOrDefault(observable)?.Likely;
        return (observable.IsSymptom() ? brought ?? own : own ?? brought)
            ?? (Through is null ? Inherited(observable, usually, knowledge) : usually);
    }

    /// <summary>How likely the failure is under this hypothesis; null where all are alike.</summary>
    public double? Shows(Failure failure)
        => Through is { } consequence ? consequence.ShowsAs.GetValueOrDefault(failure)
            : Cause is { } cause ? cause.ShowsAs.GetValueOrDefault(failure) / Direct(cause)
            : null;

    private static IEnumerable<Hypothesis> Of(CauseKnowledge cause, double prior, KnowledgeBase knowledge)
    {
        var (direct, inherited) = (Direct(cause), cause.BringsAbout.Values.Sum());
        yield return new Hypothesis(cause, null, prior * direct);
        foreach (var (id, likely) in cause.BringsAbout)
        {
            yield return new Hypothesis(cause, knowledge.Find(id), prior * (1 - direct) * likely / inherited);
        }
    }

    // What "Shows as" leaves open shows as what the cause brings about, in proportion. The bounds keep both ways
    // possible for a cause whose file speaks of one of them only.
    private static double Direct(CauseKnowledge cause)
        => cause.BringsAbout.Count > 0 ? Math.Clamp(cause.ShowsAs.Values.Sum(), 0.01, 0.99) : 1;

    // A cause may have brought something about although the failure is its own.
    private double Inherited(Observable observable, double usually, KnowledgeBase knowledge)
        => usually + (Cause?.BringsAbout.Sum(consequence => consequence.Value
            * ((knowledge.Find(consequence.Key)!.Signs.GetValueOrDefault(observable)?.Likely ?? usually) - usually))
            ?? 0);
}
