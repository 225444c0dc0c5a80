using Weir.Probing.Plans;

namespace Weir.Probing;

/// <summary>
/// Which checks are worth making, given what has been observed. Pure; asked again after every fact. A rule names every
/// check that it wants, also those that were made: the runner makes each once.
/// </summary>
public static class ProbePlan
{
    private static readonly Func<SiteView, IEnumerable<Check>>[] Rules =
    [
        LocalPlan.Next,
        NamePlan.Next,
        SamplePlan.Next,
        SilencePlan.Next,
        ProtocolPlan.Next,
        VariationPlan.Next,
        DependencyPlan.Next,
    ];

    /// <summary>The checks that are wanted now.</summary>
    public static IEnumerable<Check> Next(Observed observed)
    {
        var view = new SiteView(observed);
        return Rules.SelectMany(rule => rule(view));
    }
}
