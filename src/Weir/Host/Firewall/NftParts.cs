using System.Text.Json;

namespace Weir.Host.Firewall;

/// <summary>What the statements of one rule of nft say, collected one by one.</summary>
internal sealed class NftParts(JsonElement rule, NftSets sets)
{
    private readonly List<RuleCondition> _conditions = [];

    public IReadOnlyList<RuleCondition> Conditions => _conditions;

    public NftVerdict? Verdict { get; private set; }

    public RuleCounter? Counter { get; private set; }

    public string? LogPrefix { get; private set; }

    /// <summary>Takes a statement in.</summary>
    public void Take(string name, JsonElement value)
    {
        switch (name)
        {
            case "match":
                _conditions.AddRange(Match(value));
                break;
            case "counter":
                Counter = value.Number("packets") is { } packets ? new(packets, value.Number("bytes") ?? 0) : null;
                break;
            case "log":
                LogPrefix = value.Word("prefix");
                break;
            case "xt" when value.Word("type") == "match":
                _conditions.Add(RuleCondition.Unknown($"xt {value.Word("name")}"));
                break;
            default:
                _conditions.AddRange(NftLimits.Of(name, value));
                Verdict ??= NftVerdict.Of(name, value);
                break;
        }
    }

    /// <summary>These parts with one case of a map of verdicts.</summary>
    public NftParts With((IReadOnlyList<RuleCondition> Conditions, NftVerdict Verdict) one)
    {
        var parts = new NftParts(rule, sets) { Verdict = one.Verdict, Counter = Counter, LogPrefix = LogPrefix };
        parts._conditions.AddRange(_conditions);
        parts._conditions.AddRange(one.Conditions);
        return parts;
    }

    private IReadOnlyList<RuleCondition> Match(JsonElement match)
    {
        var right = match.Member("right");
        return match.Member("left") is { } left && right is { } value && sets.Values(value, rule) is { } values
            ? NftMatch.Read(match.Word("op") ?? "", left, values)
            : [RuleCondition.Unknown($"match {right}")];
    }
}
