using System.Net;
using Weir.Probing.Tcp;

namespace Weir.Probing.Checks;

/// <summary>
/// A connection to an address that nearly always answers: if that fails too, the fault is nearer than the site.
/// </summary>
/// <param name="Address">The address.</param>
/// <param name="Label">What people call it.</param>
public sealed record WellKnownSite(IPAddress Address, string Label) : Check
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);

    /// <summary>Two, of different companies on different networks.</summary>
    public static IReadOnlyList<WellKnownSite> All { get; } =
    [
        new(IPAddress.Parse("1.1.1.1"), "Cloudflare (1.1.1.1)"),
        new(IPAddress.Parse("9.9.9.9"), "Quad9 (9.9.9.9)"),
    ];

    /// <inheritdoc/>
    public override string Name => $"another well-known site, {Label}";

    /// <inheritdoc/>
    public override TimeSpan Limit => Longest * 2;

    /// <inheritdoc/>
    public override async Task<Fact> LookAsync(ProbeContext context, CancellationToken stop)
    {
        var endpoint = new IPEndPoint(Address, 443);
        var attempt = await ConnectProbe.RunAsync(endpoint, Longest, context.Clock, stop);
        return new WellKnownSeen(attempt.At, attempt.Took, this, attempt);
    }
}

/// <summary>Whether a well-known site was reached.</summary>
/// <param name="At">When (UTC).</param>
/// <param name="Took">How long it took.</param>
/// <param name="Site">Which.</param>
/// <param name="Attempt">What connecting met.</param>
public sealed record WellKnownSeen(
    DateTimeOffset At, TimeSpan Took, WellKnownSite Site, ConnectAttempt Attempt) : Fact(At, Took)
{
    /// <inheritdoc/>
    public override string Says => Attempt.Connected ? "" : $"{Site.Label} cannot be reached from here either";
}
