using System.Threading.Channels;

namespace Weir.Probing;

/// <summary>
/// Runs what the plan wants, side by side, until it wants nothing more or the budget ends. The plan is asked again
/// after every fact, so that a slow check holds up no other.
/// </summary>
/// <param name="context">What the checks are given.</param>
/// <param name="plan">Which checks to make next, given what has been observed; it may name checks already made.</param>
public sealed class ProbeRunner(ProbeContext context, Func<Observed, IEnumerable<Check>> plan)
{
    /// <summary>
    /// How many checks run at the same time: enough for every resolver and address, few for the site.
    /// </summary>
    private const int MostAtOnce = 32;

    /// <summary>
    /// Looks at <paramref name="target"/>; every fact is told to <paramref name="seen"/> as it comes.
    /// </summary>
    /// <exception cref="OperationCanceledException">The person stopped it.</exception>
    public async Task<Observed> RunAsync(Target target, Action<Fact> seen, CancellationToken stop)
    {
        using var budget = new CancellationTokenSource(context.Options.Budget, context.Clock);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stop, budget.Token);
        var news = Channel.CreateUnbounded<News>();
        var observed = Observed.Nothing(target, context.Options);
        var started = new HashSet<Check>();
        var running = 0;
        do
        {
            foreach (var check in plan(observed).Where(each => !started.Contains(each)).ToList())
            {
                if (running < MostAtOnce && !ending.IsCancellationRequested && started.Add(check))
                {
                    running++;
                    _ = LookAsync(check, news.Writer, ending.Token);
                }
            }

            var item = await news.Reader.ReadAsync(stop);
            running -= item.IsLast ? 1 : 0;
            observed = observed.With(item.Check, item.FactOrThrow());
            seen(item.Fact!);
        }
        while (running > 0);
        return observed;
    }

    private async Task LookAsync(Check check, ChannelWriter<News> news, CancellationToken ending)
    {
        var (at, began) = (context.Clock.GetUtcNow(), context.Clock.GetTimestamp());
        using var limit = new CancellationTokenSource(check.Limit, context.Clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ending, limit.Token);
        var own = context with { Tell = fact => news.TryWrite(new News(check, fact)) };
        try
        {
            news.TryWrite(new News(check, await check.LookAsync(own, either.Token)) { IsLast = true });
        }
        catch (OperationCanceledException) when (either.IsCancellationRequested)
        {
            var fact = new Unfinished(check, at, context.Clock.GetElapsedTime(began));
            news.TryWrite(new News(check, fact) { IsLast = true });
        }
#pragma warning disable CA1031 // Not swallowed: it is handed to the runner, which ends with it.
        catch (Exception error)
#pragma warning restore CA1031
        {
            news.TryWrite(new News(check, null) { IsLast = true, Error = error });
        }
    }

    private sealed record News(Check Check, Fact? Fact)
    {
        public bool IsLast { get; init; }

        public Exception? Error { get; init; }

        public Fact FactOrThrow() => Fact
            ?? throw new InvalidOperationException($"The check \"{Check.Name}\" has a fault of its own.", Error);
    }
}
