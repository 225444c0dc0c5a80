using System.Net;
using Weir.Probing.Http;

namespace Weir.Probing.Checks;

/// <summary>
/// The visitor's request by HTTP/2 on a connection of its own: over TLS, or in plain text with prior knowledge.
/// </summary>
/// <param name="Target">What is asked for.</param>
/// <param name="Endpoint">The address that is asked.</param>
public sealed record Http2Look(Target Target, IPEndPoint Endpoint) : Check
{
    private const long BodyBytes = 1024 * 1024;

    /// <inheritdoc/>
    public override string Name => $"the same by HTTP/2 from {Endpoint}";

    /// <inheritdoc/>
    public override TimeSpan Limit => TimeSpan.FromMinutes(10);

    /// <inheritdoc/>
    public override async Task<Fact> LookAsync(ProbeContext context, CancellationToken stop)
    {
        var (at, began) = (context.Clock.GetUtcNow(), context.Clock.GetTimestamp());
        var patience = context.Options.Patience;
        var limits = new ExchangeLimits
        {
            Headers = patience,
            BodyPause = patience * 0.7,
            Total = patience + TimeSpan.FromMilliseconds(300),
            BodyBytes = BodyBytes,
        };
        var question = VisitorRequest.Of(Target, context.Options, Variation.AsAsked, context.Random.NextInt64());
        var exchange = await Http2Exchanger.AskAsync(
            new Http2Target(Endpoint, Target.IsTls, context.Options.Insecure), question, limits, context.Clock, stop);
        return new Http2Seen(at, context.Clock.GetElapsedTime(began), this, exchange);
    }
}

/// <summary>What HTTP/2 met.</summary>
/// <param name="At">When (UTC).</param>
/// <param name="Took">How long it took.</param>
/// <param name="Look">The request.</param>
/// <param name="Exchange">Request and answer.</param>
public sealed record Http2Seen(DateTimeOffset At, TimeSpan Took, Http2Look Look, HttpExchange Exchange) : Fact(At, Took)
{
    /// <inheritdoc/>
    public override string Says => "";
}
