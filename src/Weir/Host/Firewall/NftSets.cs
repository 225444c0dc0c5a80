using System.Text.Json;

namespace Weir.Host.Firewall;

/// <summary>The named sets and maps of a rule set, to which rules refer as <c>@name</c>.</summary>
internal sealed class NftSets(IReadOnlyDictionary<(string?, string?, string?), IReadOnlyList<JsonElement>> byName)
{
    /// <summary>Elements kept of one set: address lists of whole countries have 10,000.</summary>
    private const int MaxElements = 200_000;

    /// <summary>Collects them.</summary>
    public static NftSets Of(IEnumerable<JsonElement> objects)
    {
        var found = new Dictionary<(string?, string?, string?), IReadOnlyList<JsonElement>>();
        foreach (var set in objects.Select(one => one.Member("set") ?? one.Member("map")).OfType<JsonElement>())
        {
            found[(set.Word("family"), set.Word("table"), set.Word("name"))] =
                set.Member("elem") is { ValueKind: JsonValueKind.Array } elements
                    ? [.. elements.EnumerateArray().Take(MaxElements)]
                    : [];
        }

        return new NftSets(found);
    }

    /// <summary>
    /// The values that the right side of a match names: one, a list, a set, or the elements of a named set. Null when
    /// the named set is not known.
    /// </summary>
    public IReadOnlyList<JsonElement>? Values(JsonElement right, JsonElement rule)
        => right.ValueKind != JsonValueKind.String || right.GetString() is not ['@', .. var name] ? right.Items()
            : byName.GetValueOrDefault((rule.Word("family"), rule.Word("table"), name));
}
