using System.Text.Json;

namespace Weir.Host.Firewall;

/// <summary>Reads a rule of nft: a list of statements, matches first.</summary>
internal static class NftRule
{
    /// <summary>
    /// The rule; or, where it chooses a verdict by a map (<c>vmap</c>), one rule for each element of the map.
    /// </summary>
    public static IEnumerable<FirewallRule> Parse(JsonElement rule, int position, NftSets sets)
    {
        var parts = new NftParts(rule, sets);
        foreach (var statement in rule.Member("expr") is { ValueKind: JsonValueKind.Array } list ? list.Items() : [])
        {
            if (statement.Single() is not var (name, value))
            {
                continue; // Statements without values, such as notrack, are bare words and decide nothing.
            }

            if (name == "vmap")
            {
                return [.. NftVerdictMap.Cases(value, rule, sets).Select(one => Make(rule, position, parts.With(one)))];
            }

            parts.Take(name, value);
        }

        return [Make(rule, position, parts)];
    }

    private static FirewallRule Make(JsonElement rule, int position, NftParts parts)
    {
        var verdict = parts.Verdict ?? new NftVerdict(RuleAction.Continue);
        var words = parts.Conditions.Select(condition => condition.Text).Append(verdict.Text);
        return new FirewallRule(
            position,
            rule.Number("handle"),
            verdict.Action,
            verdict.Target,
            verdict.Rejection,
            parts.Conditions,
            parts.Counter,
            parts.LogPrefix,
            string.Join(' ', words.Where(word => word.Length > 0)));
    }
}
