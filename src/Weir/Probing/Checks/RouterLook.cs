using System.Net;
using Weir.Probing.Local;

namespace Weir.Probing.Checks;

/// <summary>Whether the visitor's default gateway answers.</summary>
/// <param name="Address">Its address.</param>
public sealed record RouterLook(IPAddress Address) : Check
{
    /// <inheritdoc/>
    public override string Name => $"the default gateway {Address}";

    /// <inheritdoc/>
    public override TimeSpan Limit => GatewayProbe.EnoughForNo + TimeSpan.FromMilliseconds(500);

    /// <inheritdoc/>
    public override async Task<Fact> LookAsync(ProbeContext context, CancellationToken stop)
    {
        var (at, began) = (context.Clock.GetUtcNow(), context.Clock.GetTimestamp());
        var answer = await GatewayProbe.AskAsync(Address, GatewayProbe.EnoughForNo, context.Clock, stop);
        return new RouterSeen(at, context.Clock.GetElapsedTime(began), Address, answer);
    }
}

/// <summary>Whether the default gateway answered.</summary>
/// <param name="At">When (UTC).</param>
/// <param name="Took">How long it took.</param>
/// <param name="Address">Its address.</param>
/// <param name="Answer">What it did.</param>
public sealed record RouterSeen(DateTimeOffset At, TimeSpan Took, IPAddress Address, GatewayAnswer Answer)
    : Fact(At, Took)
{
    /// <inheritdoc/>
    public override string Says => Answer == GatewayAnswer.No ? $"the default gateway {Address} does not answer" : "";
}
