using System.Text.Json;

namespace Weir.Host.Firewall;

/// <summary>Reads the limits of a rule of nft.</summary>
internal static class NftLimits
{
    /// <summary>The limit that a statement is, or holds for each element of a set; none for other statements.</summary>
    public static IEnumerable<RuleCondition> Of(string name, JsonElement value) => name switch
    {
        "limit" => [Condition(new(LimitKind.Rate, Inverted(value), TextOf(value)))],
        "ct count" => [Condition(new(LimitKind.Connections, Inverted(value), $"{value.Number("val")}"))],
        "meter" or "set" => (value.Member("stmt") ?? value).Items()
            .Select(statement => statement.Member("limit"))
            .OfType<JsonElement>()
            .Select(limit => Condition(new(LimitKind.RatePerSource, Inverted(limit), TextOf(limit)))),
        _ => [],
    };

    private static RuleCondition Condition(RuleLimit limit)
        => new(ConditionKind.Limit, false, $"{(limit.Kind == LimitKind.Connections ? "ct count" : "limit rate")} "
            + $"{(limit.Above ? "over " : "")}{limit.Text}")
        { Limit = limit };

    private static bool Inverted(JsonElement value) => value.Member("inv") is { ValueKind: JsonValueKind.True };

    private static string TextOf(JsonElement limit)
        => $"{limit.Number("rate")}/{limit.Word("per")}"
            + (limit.Number("burst") is { } burst and > 0 ? $" burst {burst}" : "");
}
