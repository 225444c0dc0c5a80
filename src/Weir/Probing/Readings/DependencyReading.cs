using Weir.Diagnosis;
using Weir.Probing.Checks;
using static Weir.Diagnosis.Observable;

namespace Weir.Probing.Readings;

/// <summary>What the services say that the site is said to need.</summary>
internal static class DependencyReading
{
    /// <summary>A service that takes longer than this makes its callers wait noticeably.</summary>
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(2);

    public static IEnumerable<Finding> Of(SiteView view)
        => view.Observed.Of<DependencySeen>().Select(seen => new Finding
        {
            Source = Source.Probe,
            Hop = Hops.Behind(seen.Service.Host),
            At = seen.At,
            Says = $"The service {seen.Says}.",
            Answers = seen.Failure is not null ? [(DependencyFails, true)]
                : [(DependencyFails, false), (DependencySlow, seen.Took >= Slow)],
        });
}
