namespace Weir.Host.Firewall;

/// <summary>A rule of a packet filter.</summary>
/// <param name="Position">Its place in its chain, from 1.</param>
/// <param name="Handle">nft's number of it; null for iptables.</param>
/// <param name="Action">What it does.</param>
/// <param name="Target">The chain it asks, the address it translates to, or the name of an unknown target.</param>
/// <param name="Rejection">What a <see cref="RuleAction.Reject"/> answers; null for others and unknown ones.</param>
/// <param name="Conditions">All of them must hold; none holds for every packet.</param>
/// <param name="Counter">What it counted; null for a rule of nft that does not count.</param>
/// <param name="LogPrefix">
/// The beginning of the lines that it writes into the kernel's log; null when it writes none.
/// </param>
/// <param name="Text">The rule in one line, without its counter.</param>
public sealed record FirewallRule(
    int Position,
    long? Handle,
    RuleAction Action,
    string? Target,
    Rejection? Rejection,
    IReadOnlyList<RuleCondition> Conditions,
    RuleCounter? Counter,
    string? LogPrefix,
    string Text)
{
    /// <summary>The limits among its conditions.</summary>
    public IEnumerable<RuleLimit> Limits => Conditions.Select(condition => condition.Limit).OfType<RuleLimit>();

    /// <summary>Whether it fits a packet that comes to it.</summary>
    public Fit FitOf(FirewallPacket packet)
        => Conditions.Select(condition => condition.FitOf(packet)).DefaultIfEmpty(Fit.Yes).Min();
}
