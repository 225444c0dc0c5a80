namespace Weir.Host.Firewall;

/// <summary>What a rule does with a packet that fits it.</summary>
public enum RuleAction
{
    /// <summary>Nothing that ends its way: counts, logs or marks it, and the next rule is asked.</summary>
    Continue,

    /// <summary>Lets it pass this chain.</summary>
    Accept,

    /// <summary>Throws it away: the other side waits.</summary>
    Drop,

    /// <summary>Answers in the host's name and throws it away, see <see cref="Rejection"/>.</summary>
    Reject,

    /// <summary>Asks another chain and comes back.</summary>
    Jump,

    /// <summary>Asks another chain and does not come back.</summary>
    Goto,

    /// <summary>Ends this chain.</summary>
    Return,

    /// <summary>Changes its address or port (DNAT, SNAT, REDIRECT, MASQUERADE).</summary>
    Translate,

    /// <summary>Hands it to a program, or does what this list does not know.</summary>
    Unknown,
}
