using System.Net;
using Weir.Probing.Tcp;

namespace Weir.Probing.Checks;

/// <summary>Several attempts to connect, spaced so that the kernel's limit on ICMP errors does not lie.</summary>
/// <param name="Endpoint">Where to.</param>
public sealed record Attempts(IPEndPoint Endpoint) : Check
{
    /// <summary>Three attempts: enough to tell some from none within five seconds.</summary>
    private static readonly SeriesPlan Plan = new(3, SeriesPlan.LeastSpacing);

    /// <summary>How long each attempt waits: the SYN repeated after one second is still seen.</summary>
    private static readonly TimeSpan Each = TimeSpan.FromSeconds(2);

    /// <inheritdoc/>
    public override string Name => $"repeated attempts to connect to {Endpoint}";

    /// <inheritdoc/>
    public override TimeSpan Limit => TimeSpan.FromSeconds(10);

    /// <inheritdoc/>
    public override async Task<Fact> LookAsync(ProbeContext context, CancellationToken stop)
    {
        var (at, began) = (context.Clock.GetUtcNow(), context.Clock.GetTimestamp());
        var series = await ConnectSeries.RunAsync(new ConnectRequest(Endpoint, Each), Plan, context.Clock, stop);
        return new Attempted(at, context.Clock.GetElapsedTime(began), series);
    }
}

/// <summary>What repeated attempts to connect met.</summary>
/// <param name="At">When they began (UTC).</param>
/// <param name="Took">How long they took.</param>
/// <param name="Series">Each attempt.</param>
public sealed record Attempted(DateTimeOffset At, TimeSpan Took, ConnectSeries Series) : Fact(At, Took)
{
    /// <inheritdoc/>
    public override string Says => $"{Series.Attempts.Count} more attempts to connect: "
        + string.Join(", ", Series.Outcomes.Select(outcome => $"{outcome.Value} {outcome.Key}"));
}
