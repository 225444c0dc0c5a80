using Weir.Host;
using Weir.Host.FileSystems;
using Weir.Probing;

namespace Weir.Inside.Checks;

/// <summary>Whether the gateway's workers, who are not root, may open an upstream's unix socket.</summary>
/// <param name="Place">The gateway.</param>
/// <param name="Path">The socket's path as the gateway sees it.</param>
public sealed record SocketLook(GatewayPlace Place, string Path) : Check
{
    /// <inheritdoc/>
    public override string Name => $"the permissions of {Path}";

    /// <inheritdoc/>
    public override TimeSpan Limit => TimeSpan.FromSeconds(2);

    /// <inheritdoc/>
    public override async Task<Fact> LookAsync(ProbeContext context, CancellationToken stop)
    {
        var (at, began) = (context.Clock.GetUtcNow(), context.Clock.GetTimestamp());
        var access = await Task.Run(
            () => SocketAccess.Of(Place.Root, Path, Place.Workers.Count > 0 ? Place.Workers[0].Id : null), stop);
        return new SocketJudged(at, context.Clock.GetElapsedTime(began), Path, access);
    }
}

/// <summary>Whether the gateway's workers may open the socket.</summary>
/// <param name="At">When (UTC).</param>
/// <param name="Took">How long it took.</param>
/// <param name="Path">The socket.</param>
/// <param name="Access">What stands in the way, if anything does.</param>
public sealed record SocketJudged(DateTimeOffset At, TimeSpan Took, string Path, Reading<SocketAccess> Access)
    : Fact(At, Took)
{
    /// <inheritdoc/>
    public override string Says => "";
}
