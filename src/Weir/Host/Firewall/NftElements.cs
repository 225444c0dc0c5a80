using System.Text.Json;

namespace Weir.Host.Firewall;

/// <summary>Takes members of JSON that may be of any kind, or not there.</summary>
internal static class NftElements
{
    /// <summary>A member of an object; null when it is not there or this is no object.</summary>
    public static JsonElement? Member(this JsonElement element, string name)
        => element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member) ? member : null;

    /// <summary>A member that is a string.</summary>
    public static string? Word(this JsonElement element, string name)
        => element.Member(name) is { ValueKind: JsonValueKind.String } member ? member.GetString() : null;

    /// <summary>A member that is a whole number.</summary>
    public static long? Number(this JsonElement element, string name)
        => element.Member(name) is { ValueKind: JsonValueKind.Number } member && member.TryGetInt64(out var number)
            ? number
            : null;

    /// <summary>The elements of a list; one that is no list is its only element.</summary>
    public static IReadOnlyList<JsonElement> Items(this JsonElement element)
        => element.ValueKind == JsonValueKind.Array ? [.. element.EnumerateArray()]
            : element.Member("set") is { ValueKind: JsonValueKind.Array } set ? [.. set.EnumerateArray()]
            : [element];

    /// <summary>The value within an element of a set that carries a time-out or a comment.</summary>
    public static JsonElement Bare(this JsonElement element)
        => element.Member("elem") is { } inner ? inner.Member("val") ?? inner : element;

    /// <summary>The only member of an object, such as a statement: its name and value.</summary>
    public static (string Name, JsonElement Value)? Single(this JsonElement element)
        => element.ValueKind == JsonValueKind.Object
            ? element.EnumerateObject().Select(member => ((string, JsonElement)?)(member.Name, member.Value))
                .FirstOrDefault()
            : null;
}
