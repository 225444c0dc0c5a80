namespace Weir.Host.Firewall;

/// <summary>One condition of a rule; all of them must hold.</summary>
/// <param name="Kind">What it looks at.</param>
/// <param name="Negated">It holds for everything but the values.</param>
/// <param name="Text">The condition as the filter prints it.</param>
public sealed record RuleCondition(ConditionKind Kind, bool Negated, string Text)
{
    /// <summary>The addresses, of the two kinds that look at one.</summary>
    public IReadOnlyList<AddressSpan> Addresses { get; init; } = [];

    /// <summary>The ports, of the two kinds that look at one.</summary>
    public IReadOnlyList<PortSpan> Ports { get; init; } = [];

    /// <summary>The words, in lower case, of the kinds that compare names.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>The limit, of <see cref="ConditionKind.Limit"/>.</summary>
    public RuleLimit? Limit { get; init; }

    /// <summary>Whether it holds for the first packet of a connection.</summary>
    public Fit FitOf(FirewallPacket packet)
    {
        ArgumentNullException.ThrowIfNull(packet);
        var plain = Plain(packet);
        return Negated && plain != Fit.Perhaps ? (plain == Fit.Yes ? Fit.No : Fit.Yes) : plain;
    }

    /// <summary>A condition that nobody can foretell.</summary>
    internal static RuleCondition Unknown(string text) => new(ConditionKind.Unknown, false, text);

    private Fit Plain(FirewallPacket packet) => Kind switch
    {
        ConditionKind.Family => Is(Words.Contains(packet.Family == FirewallFamily.V4 ? "ipv4" : "ipv6")),
        ConditionKind.Protocol => Is(Words.Any(word => word is "tcp" or "6" or "all")),
        ConditionKind.Source => Is(Addresses.Any(span => span.Holds(packet.Source))),
        ConditionKind.Destination => Is(Addresses.Any(span => span.Holds(packet.Destination))),
        ConditionKind.SourcePort => Ports.Contains(PortSpan.All) ? Fit.Yes : Fit.Perhaps,
        ConditionKind.DestinationPort => Is(Ports.Any(span => span.Holds(packet.Port))),
        ConditionKind.Inbound => Interface(packet.Inbound),
        ConditionKind.Outbound => Interface(packet.Outbound),
        ConditionKind.State => State(),
        ConditionKind.Flags => Flags(),
        ConditionKind.Limit or ConditionKind.Unknown => Fit.Perhaps,
    };

    private Fit Interface(string? name)
        => name is null ? Fit.Perhaps : Is(Words.Any(word => InterfaceFits(word, name)));

    /// <summary>A name may end with a wildcard: <c>+</c> of iptables, <c>*</c> of nft.</summary>
    private static bool InterfaceFits(string pattern, string name)
        => pattern.Length > 0 && pattern[^1] is '+' or '*'
            ? name.StartsWith(pattern[..^1], StringComparison.OrdinalIgnoreCase)
            : string.Equals(pattern, name, StringComparison.OrdinalIgnoreCase);

    /// <summary>The first packet is new, unless it was excepted from tracking; other words are those of NAT.</summary>
    private Fit State()
        => Words.Contains("new") ? Fit.Yes
            : Words.All(word => word is "established" or "related" or "invalid") ? Fit.No
            : Fit.Perhaps;

    private Fit Flags() => Words is [var looked, var set]
        ? Is((looked.Split(',').Contains("syn") ? "syn" : "none") == (set.Length == 0 ? "none" : set))
        : Fit.Perhaps;

    private static Fit Is(bool yes) => yes ? Fit.Yes : Fit.No;
}
