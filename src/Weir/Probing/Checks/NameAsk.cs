using Weir.Probing.Dns;

namespace Weir.Probing.Checks;

/// <summary>One question to one name server.</summary>
/// <param name="Server">Whom to ask.</param>
/// <param name="Question">What to ask.</param>
/// <param name="Unvalidated">Whether the server is told not to validate with DNSSEC.</param>
public sealed record NameAsk(NameServer Server, Question Question, bool Unvalidated = false) : Check
{
    /// <inheritdoc/>
    public override string Name => $"{Question} at {Server}";

    /// <inheritdoc/>
    public override TimeSpan Limit => TimeSpan.FromSeconds(10);

    /// <inheritdoc/>
    public override async Task<Fact> LookAsync(ProbeContext context, CancellationToken stop)
    {
        var at = context.Clock.GetUtcNow();
        var client = new DnsClient(context.Clock, context.Random);
        var options = LookupOptions.Recursive with { CheckingDisabled = Unvalidated };
        var lookup = await client.AskAsync(Server, Question, options, stop);
        return new NameSeen(at, lookup.Elapsed, this, lookup);
    }
}

/// <summary>What a name server said.</summary>
/// <param name="At">When (UTC).</param>
/// <param name="Took">How long it took.</param>
/// <param name="Ask">The question.</param>
/// <param name="Lookup">The answer.</param>
public sealed record NameSeen(DateTimeOffset At, TimeSpan Took, NameAsk Ask, NameLookup Lookup) : Fact(At, Took)
{
    /// <inheritdoc/>
    public override string Says => "";
}
