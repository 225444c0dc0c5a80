using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using Weir.Probing;
using Weir.Probing.Upstream;

namespace Weir.Inside.Checks;

/// <summary>The addresses of a member's name, looked up as the gateway does it.</summary>
/// <param name="Gateway">The gateway.</param>
/// <param name="Member">A member with a name.</param>
public sealed record MemberNames(GatewaySeen Gateway, UpstreamMember Member) : Check
{
    private const int NamePort = 53;

    /// <inheritdoc/>
    public override string Name => $"the addresses of {Member.Host}, asked as the gateway asks";

    /// <inheritdoc/>
    public override TimeSpan Limit => TimeSpan.FromSeconds(6);

    /// <inheritdoc/>
    public override async Task<Fact> LookAsync(ProbeContext context, CancellationToken stop)
    {
        var (at, began) = (context.Clock.GetUtcNow(), context.Clock.GetTimestamp());
        var place = Gateway.Place!;
        var answer = await UpstreamNames.ResolveAsync(
            place.Root, place.Seat, Member.Host!, Resolvers(), context.Clock, context.Random, stop);
        return new MemberNamesSeen(at, context.Clock.GetElapsedTime(began), Member, answer);
    }

    // Only a name that is looked up while running is asked of the gateway's own resolver.
    private ImmutableArray<IPEndPoint>? Resolvers()
        => Member.IsResolvedWhileRunning && Gateway.Hop?.Resolver is { } own
            ? [.. own.Addresses.Select(EndpointOf).OfType<IPEndPoint>()]
            : null;

    private static IPEndPoint? EndpointOf(string text)
        => IPAddress.TryParse(text.Trim('[', ']'), out var address) ? new IPEndPoint(address, NamePort)
            : text.LastIndexOf(':') is > 0 and var colon
                && IPAddress.TryParse(text[..colon].Trim('[', ']'), out var host)
                && ushort.TryParse(text[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var port)
                    ? new IPEndPoint(host, port)
                    : null;
}

/// <summary>Where a member's name leads.</summary>
/// <param name="At">When (UTC).</param>
/// <param name="Took">How long it took.</param>
/// <param name="Member">The member.</param>
/// <param name="Answer">The addresses, or what failed.</param>
public sealed record MemberNamesSeen(DateTimeOffset At, TimeSpan Took, UpstreamMember Member, UpstreamAddresses Answer)
    : Fact(At, Took)
{
    /// <inheritdoc/>
    public override string Says => Answer.Failure is { } failure
        ? $"{Member.Host} leads nowhere for the gateway ({Vocabulary.Spelling.Kebab(failure)})"
        : "";
}
