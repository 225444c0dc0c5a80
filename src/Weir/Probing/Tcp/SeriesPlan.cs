namespace Weir.Probing.Tcp;

/// <summary>How a series of attempts is spread.</summary>
/// <param name="Count">How many attempts, 1 to <see cref="MostAttempts"/>.</param>
/// <param name="Spacing">The time between two starts; at least <see cref="LeastSpacing"/>.</param>
public sealed record SeriesPlan(int Count, TimeSpan Spacing)
{
    /// <summary>Asking more often of a server in distress would be part of the distress.</summary>
    public const int MostAttempts = 20;

    /// <summary>
    /// Linux answers one peer with about one ICMP error a second (icmp_ratelimit): closer attempts make a REJECT or a
    /// missing route look like a DROP.
    /// </summary>
    public static readonly TimeSpan LeastSpacing = TimeSpan.FromMilliseconds(1100);

    /// <summary>Five attempts in about 4.4 seconds.</summary>
    public static SeriesPlan Default { get; } = new(5, LeastSpacing);

    /// <summary>The plan, brought within its limits.</summary>
    internal SeriesPlan Bounded() => new(
        Math.Clamp(Count, 1, MostAttempts), Spacing < LeastSpacing ? LeastSpacing : Spacing);
}
