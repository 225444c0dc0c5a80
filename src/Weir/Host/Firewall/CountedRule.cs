namespace Weir.Host.Firewall;

/// <summary>A rule or policy that counted packets between two readings.</summary>
/// <param name="Chain">The chain.</param>
/// <param name="Rule">The rule; null is the policy of the chain.</param>
/// <param name="Packets">How many.</param>
public sealed record CountedRule(FirewallChain Chain, FirewallRule? Rule, long Packets)
{
    /// <summary>What happened to them.</summary>
    public RuleAction Action => Rule?.Action ?? Chain.Policy ?? RuleAction.Unknown;
}
