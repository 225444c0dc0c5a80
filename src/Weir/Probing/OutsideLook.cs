using System.Collections.Immutable;
using Weir.Diagnosis;
using Weir.Inside;

namespace Weir.Probing;

/// <summary>Looks at a site from outside, following its redirects, and gives the case of where they end.</summary>
/// <param name="options">How to look.</param>
/// <param name="clock">The time.</param>
/// <param name="random">Chance.</param>
public sealed class OutsideLook(ProbeOptions options, TimeProvider clock, Random random)
{
    /// <summary>
    /// The most redirects that are followed; browsers give up at 20, and a chain of ten is a fault by itself.
    /// </summary>
    private const int MostRedirects = 10;

    /// <summary>Too little of the budget to look at another site.</summary>
    private static readonly TimeSpan LeastBudget = TimeSpan.FromSeconds(1);

    /// <summary>Looks, and tells each fact to <paramref name="seen"/> as it comes.</summary>
    /// <exception cref="OperationCanceledException">The person stopped it.</exception>
    public async Task<Case> LookAsync(Target asked, Action<Fact> seen, CancellationToken stop)
    {
        var (at, began) = (clock.GetUtcNow(), clock.GetTimestamp());
        var redirects = ImmutableList<string>.Empty;
        var visited = new HashSet<string> { asked.Url };
        var (target, rest) = (asked, options);
        while (true)
        {
            var runner = new ProbeRunner(new ProbeContext(rest, clock, random), Plan);
            var observed = await runner.RunAsync(target, seen, stop);
            var left = options.Budget - clock.GetElapsedTime(began);
            var view = new SiteView(observed);
            if (view.RedirectsTo is not { } location || target.Follow(location) is not { } next)
            {
                return InsideCase.Join(
                    OutsideCase.Of(observed, asked.Url, redirects, at, clock.GetElapsedTime(began)), observed);
            }

            redirects = redirects.Add($"{view.AsAsked.First(each => each.Location is not null).Status} {next.Url}");
            if (!visited.Add(next.Url) || redirects.Count > MostRedirects || left < LeastBudget)
            {
                return RedirectCase.Of(view, asked.Url, redirects, at, clock.GetElapsedTime(began));
            }

            // Where somebody else is sent to, the visitor's own credentials do not follow.
            rest = rest with { Budget = left, ConnectTo = null, Headers = HeadersFor(target, next, rest) };
            target = next;
        }
    }

    private static IEnumerable<Check> Plan(Observed observed)
        => ProbePlan.Next(observed).Concat(InsidePlan.Next(observed));

    private static ImmutableArray<KeyValuePair<string, string>> HeadersFor(
        Target from, Target to, ProbeOptions options)
        => from.Host == to.Host ? options.Headers : [.. options.Headers.Where(each => !IsPersonal(each.Key))];

    private static bool IsPersonal(string name) => name.ToUpperInvariant() is "COOKIE" or "AUTHORIZATION" or "HOST";
}
