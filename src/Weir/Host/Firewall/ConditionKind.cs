namespace Weir.Host.Firewall;

/// <summary>What a condition of a rule looks at.</summary>
public enum ConditionKind
{
    /// <summary>The family: <c>ipv4</c> or <c>ipv6</c>.</summary>
    Family,

    /// <summary>The protocol: <c>tcp</c>, <c>udp</c>, a number.</summary>
    Protocol,

    /// <summary>The source address.</summary>
    Source,

    /// <summary>The destination address.</summary>
    Destination,

    /// <summary>The source port, which nobody knows before the connection.</summary>
    SourcePort,

    /// <summary>The destination port.</summary>
    DestinationPort,

    /// <summary>The interface it came in by.</summary>
    Inbound,

    /// <summary>The interface it leaves by.</summary>
    Outbound,

    /// <summary>The state in connection tracking: <c>new</c>, <c>established</c>, …</summary>
    State,

    /// <summary>TCP flags: the ones looked at, then the ones that must be set.</summary>
    Flags,

    /// <summary>A rate or a number of connections, see <see cref="RuleLimit"/>.</summary>
    Limit,

    /// <summary>Anything else: a mark, an owner, a set that could not be read.</summary>
    Unknown,
}
