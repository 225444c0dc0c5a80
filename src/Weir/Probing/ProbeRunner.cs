namespace Weir.Probing;

/// <summary>
/// Runs what the plan wants, side by side, until it wants nothing more or the budget ends. The plan is asked again
/// after every fact, so that a slow check holds up no other.
/// </summary>
/// <param name="context">What the checks are given.</param>
/// <param name="plan">Which checks to make next, given what has been observed; it may name checks already made.</param>
public sealed class ProbeRunner(ProbeContext context, Func<Observed, IEnumerable<Check>> plan)
{
    /// <summary>How many checks run at the same time: enough for every resolver and address, few for the site.</summary>
    private const int MostAtOnce = 24;

    /// <summary>Looks at <paramref name="target"/>; every fact is told to <paramref name="seen"/> as it comes.</summary>
    /// <exception cref="OperationCanceledException">The person stopped it.</exception>
    public async Task<Observed> RunAsync(Target target, Action<Fact> seen, CancellationToken stop)
    {
        using var budget = new CancellationTokenSource(context.Options.Budget, context.Clock);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stop, budget.Token);
        var observed = Observed.Nothing(target, context.Options);
        var started = new HashSet<Check>();
        var running = new List<Task<(Check Check, Fact Fact)>>();
        while (true)
        {
            foreach (var check in plan(observed).Where(each => !started.Contains(each)).ToList())
            {
                if (running.Count < MostAtOnce && !ending.IsCancellationRequested && started.Add(check))
                {
                    running.Add(LookAsync(check, ending.Token));
                }
            }

            if (running.Count == 0)
            {
                return observed;
            }

            var done = await Task.WhenAny(running);
            running.Remove(done);
            var (made, fact) = await done;
            stop.ThrowIfCancellationRequested();
            observed = observed.With(made, fact);
            seen(fact);
        }
    }

    private async Task<(Check Check, Fact Fact)> LookAsync(Check check, CancellationToken ending)
    {
        var (at, began) = (context.Clock.GetUtcNow(), context.Clock.GetTimestamp());
        using var limit = new CancellationTokenSource(check.Limit, context.Clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ending, limit.Token);
        try
        {
            return (check, await check.LookAsync(context, either.Token));
        }
        catch (OperationCanceledException) when (either.IsCancellationRequested)
        {
            return (check, new Unfinished(check, at, context.Clock.GetElapsedTime(began)));
        }
    }
}
