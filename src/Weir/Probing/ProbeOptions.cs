using System.Collections.Immutable;
using System.Net;
using System.Security.Cryptography.X509Certificates;

namespace Weir.Probing;

/// <summary>How to look at a site from outside.</summary>
public sealed record ProbeOptions
{
    /// <summary>The budget of the whole command when none is given.</summary>
    public static readonly TimeSpan UsualBudget = TimeSpan.FromSeconds(20);

    /// <summary>The time after which the looking ends, whatever is still open.</summary>
    public TimeSpan Budget { get; init; } = UsualBudget;

    /// <summary>How often the request is repeated, 1 to 100.</summary>
    public int Samples { get; init; } = 6;

    /// <summary>GET or HEAD.</summary>
    public string Method { get; init; } = "GET";

    /// <summary>The visitor's own header fields, in order.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>Name servers to ask instead of the system's.</summary>
    public ImmutableArray<IPEndPoint> Resolvers { get; init; } = [];

    /// <summary>Where to connect instead of where the name leads, as host and port; null to follow the name.</summary>
    public DnsEndPoint? ConnectTo { get; init; }

    /// <summary>Only the visitor's own request is sent, none varied: for asking again and again.</summary>
    public bool OnlyAsAsked { get; init; }

    /// <summary>Go on although the certificate is not accepted.</summary>
    public bool Insecure { get; init; }

    /// <summary>Authorities to trust in place of the system's; null for the system's.</summary>
    public X509Certificate2Collection? Roots { get; init; }

    /// <summary>How this machine is looked into; null to look from outside only.</summary>
    public Inside.InsideOptions? Inside { get; init; }

    /// <summary>Services that the site needs, asked as well.</summary>
    public ImmutableArray<Target> DependsOn { get; init; } = [];

    /// <summary>
    /// How long an answer is waited for before it counts as none. With the usual budget a first verdict is worth
    /// more than the full patience of a browser; a budget that was given is used.
    /// </summary>
    public TimeSpan Patience => Budget <= UsualBudget
        ? TimeSpan.FromSeconds(Math.Min(3.5, Budget.TotalSeconds * 0.7))
        : Budget * 0.8;

    /// <summary>
    /// How long the establishment of a connection is waited for: long enough for a failing ARP (3 s).
    /// </summary>
    public TimeSpan ConnectPatience => TimeSpan.FromSeconds(Math.Min(3.5, Budget.TotalSeconds * 0.6));
}
