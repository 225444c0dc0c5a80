using System.Text.Json;

namespace Weir.Host.Firewall;

/// <summary>Reads a map of verdicts: <c>ct state vmap { established : accept, invalid : drop }</c>.</summary>
internal static class NftVerdictMap
{
    /// <summary>Cases kept of one map.</summary>
    private const int MaxCases = 10_000;

    /// <summary>Each element as a condition and its verdict.</summary>
    public static IEnumerable<(IReadOnlyList<RuleCondition> Conditions, NftVerdict Verdict)> Cases(
        JsonElement map, JsonElement rule, NftSets sets)
    {
        if (map.Member("key") is not { } key
            || map.Member("data") is not { } data
            || sets.Values(data, rule) is not { } elements)
        {
            yield return ([RuleCondition.Unknown("vmap")], new NftVerdict(RuleAction.Unknown, "vmap"));
            yield break;
        }

        foreach (var element in elements.Take(MaxCases))
        {
            if (element.ValueKind == JsonValueKind.Array && element.GetArrayLength() == 2
                && element[1].Single() is var (name, value) && NftVerdict.Of(name, value) is { } verdict)
            {
                yield return (NftMatch.Read("==", key, [element[0].Bare()]), verdict);
            }
        }
    }
}
