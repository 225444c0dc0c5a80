using Weir.Host;
using Weir.Probing;
using Weir.Probing.Upstream;
using Weir.Vocabulary;

namespace Weir.Inside.Checks;

/// <summary>The gateway's own request to an upstream, made again from the gateway's seat.</summary>
/// <param name="Gateway">The gateway.</param>
/// <param name="End">Whom it asks.</param>
/// <param name="Variation">How it differs from the gateway's.</param>
/// <param name="Number">Which of its kind, from 0; each waits a little longer.</param>
public sealed record HopAsk(GatewaySeen Gateway, HopEnd End, HopVariation Variation, int Number) : Check
{
    /// <summary>
    /// Closer attempts make a REJECT or a missing route look like a DROP: the kernel sends about one ICMP error a
    /// second.
    /// </summary>
    private static readonly TimeSpan Spacing = TimeSpan.FromMilliseconds(1100);

    /// <summary>After this time without an end other looks need not wait for it.</summary>
    private static readonly TimeSpan Slow = TimeSpan.FromMilliseconds(600);

    /// <inheritdoc/>
    public override string Name => Variation == HopVariation.AsGateway
        ? $"the gateway's own request to {End.Name}, attempt {Number + 1}"
        : $"the gateway's request to {End.Name}, varied ({Spelling.Kebab(Variation)})";

    /// <inheritdoc/>
    public override TimeSpan Limit => TimeSpan.FromMinutes(10);

    /// <inheritdoc/>
    public override async Task<Fact> LookAsync(ProbeContext context, CancellationToken stop)
    {
        if (Number > 0)
        {
            await Task.Delay(Spacing * Number, context.Clock, stop);
        }

        var (at, began) = (context.Clock.GetUtcNow(), context.Clock.GetTimestamp());
        var asking = UpstreamProbe.AskAsync(HopQuestions.Of(this, context), context.Clock, stop);
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(stop);
        if (await Task.WhenAny(asking, Task.Delay(Slow, context.Clock, enough.Token)) != asking)
        {
            context.Tell(new HopSlow(at, context.Clock.GetElapsedTime(began), this));
        }

        await enough.CancelAsync();
        var attempt = await asking;
        var took = context.Clock.GetElapsedTime(began);
        return attempt.TryGet(out var made) ? new HopAsked(at, took, this, made)
            : new HopBarred(at, took, this, attempt.Missing!);
    }
}

/// <summary>A replayed request that is not answered yet.</summary>
/// <param name="At">When it began (UTC).</param>
/// <param name="Took">How long it has been waiting.</param>
/// <param name="Ask">The request.</param>
public sealed record HopSlow(DateTimeOffset At, TimeSpan Took, HopAsk Ask) : Fact(At, Took)
{
    /// <inheritdoc/>
    public override string Says => "";
}

/// <summary>A request that could not be tried from the gateway's seat.</summary>
/// <param name="At">When (UTC).</param>
/// <param name="Took">How long it took.</param>
/// <param name="Ask">The request.</param>
/// <param name="Why">What stands in the way.</param>
public sealed record HopBarred(DateTimeOffset At, TimeSpan Took, HopAsk Ask, Unread Why) : Fact(At, Took)
{
    /// <inheritdoc/>
    public override string Says => "";
}

/// <summary>What the replayed request met.</summary>
/// <param name="At">When (UTC).</param>
/// <param name="Took">How long it took.</param>
/// <param name="Ask">The request.</param>
/// <param name="Attempt">What happened.</param>
public sealed record HopAsked(DateTimeOffset At, TimeSpan Took, HopAsk Ask, UpstreamAttempt Attempt) : Fact(At, Took)
{
    /// <summary>
    /// What would fail for the gateway: what failed on the wire, or a head that it has no room for.
    /// </summary>
    public Failure? Failure => Attempt.Failure is { } failed and not Vocabulary.Failure.UpstreamError ? failed
        : IsTooLarge ? Vocabulary.Failure.HeadersTooLarge
        : Attempt.Failure;

    /// <inheritdoc/>
    public override string Says => Ask.Variation != HopVariation.AsGateway || Ask.Number > 0 ? ""
        : Failure is { } failure ? $"{Ask.End.Hop}: {failure.Id()} at {Ask.End.Name}"
        : $"{Ask.End.Hop}: {Ask.End.Name} answered {Attempt.Exchange?.Status}";

    private bool IsTooLarge => Attempt.Exchange is { } exchange && Ask.Gateway.Hop is { } hop
        && exchange.HeadBytes > hop.Buffers.HeadBytes;
}
