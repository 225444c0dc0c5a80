namespace Weir.Host.Firewall;

/// <summary>Follows a packet through the chains of a host, collecting what would decide about it.</summary>
internal sealed class FirewallWalk(IReadOnlyList<FirewallChain> chains, FirewallPacket packet)
{
    /// <summary>
    /// Rules looked at: chains call chains, so a hostile set would take for ever. A large node has 50,000.
    /// </summary>
    private const int MaxSteps = 500_000;

    /// <summary>Chains within chains; the kernel itself allows 16.</summary>
    private const int MaxDepth = 32;

    private readonly Dictionary<(FirewallFamily, string, string), FirewallChain> _byName = chains
        .GroupBy(chain => (chain.Family, chain.Table, chain.Name))
        .ToDictionary(group => group.Key, group => group.First());

    private readonly List<FirewallDecider> _found = [];
    private int _steps;
    private bool _translated;

    private enum Flow
    {
        /// <summary>Nothing is decided: the next rule, or the policy.</summary>
        Open,

        /// <summary>This chain lets it pass; later chains may still stop it.</summary>
        Accepted,

        /// <summary>It is stopped for good.</summary>
        Stopped,
    }

    public FirewallPath Follow(FirewallSeat seat)
    {
        var hooks = HooksOf(seat);
        var bases = chains
            .Where(chain => chain.Hook is { } hook && hooks.Contains(hook) && chain.Sees(packet.Family))
            .OrderBy(chain => chain.Hook)
            .ThenBy(chain => chain.Priority);
        foreach (var chain in bases)
        {
            if (FromBase(chain) == Flow.Stopped)
            {
                break;
            }
        }

        return new FirewallPath(_found, _steps < MaxSteps);
    }

    private Flow FromBase(FirewallChain chain)
    {
        var entry = chain.Device is null ? Fit.Yes
            : packet.Inbound is null ? Fit.Perhaps
            : chain.Device == packet.Inbound ? Fit.Yes
            : Fit.No;
        if (entry == Fit.No)
        {
            return Flow.Open;
        }

        var flow = Through(chain, entry, 0);
        return flow != Flow.Open || chain.Policy is not (RuleAction.Drop or RuleAction.Accept) ? flow
            : Decide(chain, null, chain.Policy.Value, entry);
    }

    private Flow Through(FirewallChain chain, Fit entry, int depth)
    {
        foreach (var rule in chain.Rules)
        {
            if (++_steps >= MaxSteps)
            {
                return Flow.Open;
            }

            var fit = (Fit)Math.Min((int)entry, (int)FitOf(rule));
            if (fit == Fit.No)
            {
                continue;
            }

            var flow = Apply(chain, rule, fit, depth);
            var leaves = rule.Action is RuleAction.Return or RuleAction.Goto;
            if (flow != Flow.Open || (leaves && fit == Fit.Yes))
            {
                return flow;
            }

            entry = leaves ? Fit.Perhaps : entry; // It may have left: what follows in this chain is not certain.
        }

        return Flow.Open;
    }

    private Flow Apply(FirewallChain chain, FirewallRule rule, Fit fit, int depth) => rule.Action switch
    {
        RuleAction.Continue or RuleAction.Return => Flow.Open,
        RuleAction.Jump or RuleAction.Goto
            => depth < MaxDepth && _byName.TryGetValue((chain.Family, chain.Table, rule.Target ?? ""), out var other)
                ? Through(other, fit, depth + 1)
                : Flow.Open,
        RuleAction.Accept or RuleAction.Drop or RuleAction.Reject or RuleAction.Translate
            => Decide(chain, rule, rule.Action, fit),
        RuleAction.Unknown => Decide(chain, rule, RuleAction.Unknown, Fit.Perhaps),
    };

    private Flow Decide(FirewallChain chain, FirewallRule? rule, RuleAction action, Fit fit)
    {
        if (rule is not null || action == RuleAction.Drop)
        {
            _found.Add(new FirewallDecider(chain, rule, action, fit)); // A policy that accepts decides nothing.
        }

        _translated |= action == RuleAction.Translate;
        return fit != Fit.Yes ? Flow.Open
            : action is RuleAction.Drop or RuleAction.Reject ? Flow.Stopped
            : Flow.Accepted;
    }

    /// <summary>After a translation the packet goes to an address and a port that we do not know.</summary>
    private Fit FitOf(FirewallRule rule) => !_translated
        ? rule.FitOf(packet)
        : rule.Conditions
            .Select(condition => condition.Kind is ConditionKind.Destination or ConditionKind.DestinationPort
                ? Fit.Perhaps
                : condition.FitOf(packet))
            .DefaultIfEmpty(Fit.Yes)
            .Min();

    private static FirewallHook[] HooksOf(FirewallSeat seat) => seat switch
    {
        FirewallSeat.Leaving => [FirewallHook.Output, FirewallHook.Postrouting],
        FirewallSeat.Arriving => [FirewallHook.Ingress, FirewallHook.Prerouting, FirewallHook.Input],
        FirewallSeat.Passing =>
            [FirewallHook.Ingress, FirewallHook.Prerouting, FirewallHook.Forward, FirewallHook.Postrouting],
    };
}
