using Weir.Host.Firewall;

namespace Weir.Inside.Readings;

/// <summary>A rule or policy that stopped packets of a hop while it was asked.</summary>
/// <param name="Text">The rule as its filter prints it.</param>
/// <param name="Packets">How many packets it stopped.</param>
/// <param name="IsLimit">It stops only what is above a limit, its own or that of a rule before it.</param>
internal sealed record FilterObstacle(string Text, long Packets, bool IsLimit)
{
    /// <summary>Those that counted between two readings and may have met the packet.</summary>
    public static IEnumerable<FilterObstacle> Counted(RuleSet before, RuleSet after, FirewallPacket packet)
        => after.CountedSince(before)
            .Where(each => each.Action is RuleAction.Drop or RuleAction.Reject
                && each.Chain.Sees(packet.Family)
                && (each.Rule is null || each.Rule.FitOf(packet) != Fit.No))
            .Select(each => new FilterObstacle(
                each.Rule is { } rule ? $"{each.Chain.Name}: {rule.Text}" : $"the policy of {each.Chain.Name}",
                each.Packets, IsLimited(each, packet)));

    private static bool IsLimited(CountedRule counted, FirewallPacket packet)
        => (counted.Rule?.Limits.Any() ?? false)
            || counted.Chain.Rules
                .TakeWhile(each => each != counted.Rule)
                .Any(each => each.Action == RuleAction.Accept && each.Limits.Any() && each.FitOf(packet) != Fit.No);
}
