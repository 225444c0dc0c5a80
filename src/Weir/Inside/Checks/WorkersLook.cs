using System.Net;
using Weir.Host;
using Weir.Host.Applications;
using Weir.Host.Processes;
using Weir.Probing;

namespace Weir.Inside.Checks;

/// <summary>How many workers of an application server hold a connection, of how many.</summary>
/// <param name="Seat">The namespace that it listens in.</param>
/// <param name="Endpoint">The endpoint that is asked; null for a unix socket.</param>
/// <param name="UnixPath">The path of its unix socket; null for TCP.</param>
public sealed record WorkersLook(NetworkSeat Seat, IPEndPoint? Endpoint, string? UnixPath) : Check
{
    /// <inheritdoc/>
    public override string Name => $"the workers of the application at {Endpoint?.ToString() ?? $"unix:{UnixPath}"}";

    /// <inheritdoc/>
    public override TimeSpan Limit => TimeSpan.FromSeconds(4);

    /// <inheritdoc/>
    public override async Task<Fact> LookAsync(ProbeContext context, CancellationToken stop)
    {
        var (at, began) = (context.Clock.GetUtcNow(), context.Clock.GetTimestamp());
        var pool = await Task.Run(() => ProcessTable.Read(Seat.Root).TryGet(out var table)
            ? WorkerPool.Read(Seat, table, Endpoint, UnixPath) : null, stop);
        return new WorkersSeen(at, context.Clock.GetElapsedTime(began), this, pool);
    }
}

/// <summary>The workers of an application server.</summary>
/// <param name="At">When (UTC).</param>
/// <param name="Took">How long it took.</param>
/// <param name="Look">Whose.</param>
/// <param name="Pool">The pool; null where it is none of a known kind, or may not be read.</param>
public sealed record WorkersSeen(DateTimeOffset At, TimeSpan Took, WorkersLook Look, WorkerPool? Pool) : Fact(At, Took)
{
    /// <inheritdoc/>
    public override string Says => Pool is { AllBusy: true } busy
        ? $"all {busy.Workers.Count} workers of {busy.Kind} are busy" : "";
}
