namespace Weir.Host.Firewall;

/// <summary>
/// What would decide about a packet, provided that nothing before it in the list does. One that fits for certain and
/// drops or rejects is the last of the list.
/// </summary>
/// <param name="Chain">The chain.</param>
/// <param name="Rule">The rule; null is the policy of the chain.</param>
/// <param name="Action">Accept, drop, reject, translate or unknown.</param>
/// <param name="Fit">Whether it fits for certain.</param>
public sealed record FirewallDecider(FirewallChain Chain, FirewallRule? Rule, RuleAction Action, Fit Fit);
