using Weir.Probing.Dns;

namespace Weir.Probing.Checks;

/// <summary>What the programs of this machine get for the name.</summary>
/// <param name="Host">The name.</param>
public sealed record SystemNames(string Host) : Check
{
    /// <summary>A system that needs longer has name servers that do not answer: that is the finding.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(4.5);

    /// <inheritdoc/>
    public override string Name => $"{Host} in this machine's own resolver";

    /// <inheritdoc/>
    public override TimeSpan Limit => Longest * 1.2;

    /// <inheritdoc/>
    public override async Task<Fact> LookAsync(ProbeContext context, CancellationToken stop)
    {
        var (at, began) = (context.Clock.GetUtcNow(), context.Clock.GetTimestamp());
        var resolver = new SystemResolver(context.Clock);
        var (configuration, _) = resolver.ReadConfiguration();
        context.Tell(new ResolversSeen(at, context.Clock.GetElapsedTime(began), configuration?.Servers ?? []));
        var lookup = await resolver.LookAsync(Host, Longest, stop);
        return new SystemSeen(at, context.Clock.GetElapsedTime(began), lookup);
    }
}

/// <summary>The name servers that this machine is told to ask.</summary>
/// <param name="At">When (UTC).</param>
/// <param name="Took">How long reading took.</param>
/// <param name="Servers">The servers, in their order.</param>
public sealed record ResolversSeen(DateTimeOffset At, TimeSpan Took, IReadOnlyList<NameServer> Servers) : Fact(At, Took)
{
    /// <inheritdoc/>
    public override string Says => "";
}

/// <summary>What this machine's own resolver said.</summary>
/// <param name="At">When (UTC).</param>
/// <param name="Took">How long it took.</param>
/// <param name="Lookup">The answer.</param>
public sealed record SystemSeen(DateTimeOffset At, TimeSpan Took, SystemLookup Lookup) : Fact(At, Took)
{
    /// <inheritdoc/>
    public override string Says => Lookup.Detail;
}
