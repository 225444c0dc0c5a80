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
                && !IsByChance(each)
                && (each.Rule is null || each.Rule.FitOf(packet) != Fit.No))
            .Select(each => new FilterObstacle(
                each.Rule is { } rule ? $"{each.Chain.Name}: {rule.Text}" : $"the policy of {each.Chain.Name}",
                each.Packets, IsLimited(each, packet)));

    // A rule that drops by chance imitates a bad path; it is judged by what it does, like one.
    private static bool IsByChance(CountedRule counted)
        => counted.Rule is { } rule && (rule.Text.Contains("statistic", StringComparison.Ordinal)
            || rule.Text.Contains("numgen random", StringComparison.Ordinal));

    private static bool IsLimited(CountedRule counted, FirewallPacket packet)
        => (counted.Rule?.Limits.Any() ?? false)
            || counted.Chain.Rules
                .TakeWhile(each => each != counted.Rule)
                .Any(each => each.Action == RuleAction.Accept && each.Limits.Any() && each.FitOf(packet) != Fit.No);
}
