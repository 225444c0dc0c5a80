namespace Weir.Host.Firewall;

/// <summary>The packet filter of one network namespace.</summary>
/// <param name="Chains">The chains of iptables, ip6tables and nft together.</param>
/// <param name="Unread">
/// What could not be read. A program that is not installed is among them, though its tables may well be empty.
/// </param>
public sealed record RuleSet(IReadOnlyList<FirewallChain> Chains, IReadOnlyList<Unread> Unread)
{
    /// <summary>Every rule.</summary>
    public IEnumerable<FirewallRule> Rules => Chains.SelectMany(chain => chain.Rules);

    /// <summary>
    /// What would decide about the first packet of a connection, rules and policies in the order of asking.
    /// </summary>
    /// <param name="seat">What this host is on its way.</param>
    /// <param name="packet">The packet.</param>
    public FirewallPath Matching(FirewallSeat seat, FirewallPacket packet)
    {
        ArgumentNullException.ThrowIfNull(packet);
        return new FirewallWalk(Chains, packet).Follow(seat);
    }

    /// <summary>
    /// The rules and policies whose counters rose since an earlier reading: with a probe in between, those that saw it.
    /// Rules that were changed in between are left out.
    /// </summary>
    public IReadOnlyList<CountedRule> CountedSince(RuleSet before)
    {
        ArgumentNullException.ThrowIfNull(before);
        var earlier = before.Counters().ToLookup(one => one.Key, one => one.Counter);
        return
        [
            .. Counters()
                .Select(one => (one, then: earlier[one.Key].FirstOrDefault()))
                .Where(pair => pair.then is not null && pair.one.Counter.Packets > pair.then.Packets)
                .Select(pair => new CountedRule(
                    pair.one.Chain, pair.one.Rule, pair.one.Counter.Packets - pair.then!.Packets)),
        ];
    }

    private IEnumerable<(string Key, FirewallChain Chain, FirewallRule? Rule, RuleCounter Counter)> Counters()
    {
        foreach (var chain in Chains)
        {
            var prefix = $"{chain.Family}\n{chain.Table}\n{chain.Name}\n";
            foreach (var rule in chain.Rules.Where(rule => rule.Counter is not null))
            {
                yield return ($"{prefix}{rule.Handle ?? rule.Position}\n{rule.Text}", chain, rule, rule.Counter!);
            }

            if (chain.PolicyCounter is { } counter)
            {
                yield return (prefix, chain, null, counter);
            }
        }
    }
}
