using Weir.Probing.Checks;

namespace Weir.Probing.Plans;

/// <summary>The services that the site is said to need: each is asked once.</summary>
internal static class DependencyPlan
{
    public static IEnumerable<Check> Next(SiteView view)
        => view.Observed.Options.DependsOn.Select(target => new DependencyLook(target));
}
