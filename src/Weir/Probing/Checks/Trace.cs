using System.Net;
using Weir.Probing.Tcp;

namespace Weir.Probing.Checks;

/// <summary>How far packets to the endpoint come.</summary>
/// <param name="Endpoint">The endpoint.</param>
public sealed record Trace(IPEndPoint Endpoint) : Check
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(4);

    /// <inheritdoc/>
    public override string Name => $"the path to {Endpoint}";

    /// <inheritdoc/>
    public override TimeSpan Limit => Longest * 1.5;

    /// <inheritdoc/>
    public override async Task<Fact> LookAsync(ProbeContext context, CancellationToken stop)
    {
        var (at, began) = (context.Clock.GetUtcNow(), context.Clock.GetTimestamp());
        var request = new TraceRequest(Endpoint, TraceMethod.Tcp) { ProbesPerHop = 1, Limit = Longest };
        var path = await PathTracer.RunAsync(request, context.Clock, stop);
        return new Traced(at, context.Clock.GetElapsedTime(began), path);
    }
}

/// <summary>How far packets came.</summary>
/// <param name="At">When (UTC).</param>
/// <param name="Took">How long it took.</param>
/// <param name="Path">The hops.</param>
public sealed record Traced(DateTimeOffset At, TimeSpan Took, PathTrace Path) : Fact(At, Took)
{
    /// <inheritdoc/>
    public override string Says => Path.Reached || Path.LastAnswering is not { } last
        ? ""
        : $"packets to {Path.Target.Address} are last seen at {last.Address}, hop {last.Distance}";
}
