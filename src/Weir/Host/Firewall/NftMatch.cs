using System.Net;
using System.Text.Json;

namespace Weir.Host.Firewall;

/// <summary>Reads a match of nft: what is looked at, how it is compared, and with which values.</summary>
internal static class NftMatch
{
    /// <summary>Characters of a value shown in a text.</summary>
    private const int MaxText = 60;

    /// <summary>The conditions that a match makes; a field of a protocol also demands the protocol.</summary>
    public static IReadOnlyList<RuleCondition> Read(string op, JsonElement left, IReadOnlyList<JsonElement> right)
    {
        var text = $"{NameOf(left)} {(op is "==" or "in" ? "" : op + " ")}{Show(right)}";
        if (op is not ("==" or "!=" or "in" or "<" or ">" or "<=" or ">="))
        {
            return [RuleCondition.Unknown(text)];
        }

        var negated = op == "!=";
        var own = Own(op, left, right, negated, text) ?? RuleCondition.Unknown(text);
        return left.Member("payload") is { } payload ? [.. Demands(payload), own] : [own];
    }

    private static RuleCondition? Own(
        string op, JsonElement left, IReadOnlyList<JsonElement> right, bool negated, string text) => NameOf(left) switch
        {
            "ip saddr" or "ip6 saddr" => Addresses(ConditionKind.Source, right, negated, text),
            "ip daddr" or "ip6 daddr" => Addresses(ConditionKind.Destination, right, negated, text),
            "tcp dport" or "th dport" or "udp dport" => Ports(ConditionKind.DestinationPort, op, right, negated, text),
            "tcp sport" or "th sport" or "udp sport" => Ports(ConditionKind.SourcePort, op, right, negated, text),
            "ip protocol" or "ip6 nexthdr" or "meta l4proto" => Words(ConditionKind.Protocol, right, negated, text),
            "meta nfproto" => Words(ConditionKind.Family, right, negated, text),
            "meta iifname" or "meta iif" => Words(ConditionKind.Inbound, right, negated, text),
            "meta oifname" or "meta oif" => Words(ConditionKind.Outbound, right, negated, text),
            "ct state" => Words(ConditionKind.State, right, negated, text),
            "tcp flags &" => Flags(left, right, negated, text),
            _ => null,
        };

    /// <summary><c>tcp dport</c>, <c>meta l4proto</c>, <c>ct state</c>; <c>&amp;</c> marks a mask.</summary>
    private static string NameOf(JsonElement left)
        => left.Member("payload") is { } payload ? $"{payload.Word("protocol")} {payload.Word("field")}"
            : left.Member("meta") is { } meta ? $"meta {meta.Word("key")}"
            : left.Member("ct") is { } ct && ct.Member("dir") is null ? $"ct {ct.Word("key")}"
            : left.Member("&") is { ValueKind: JsonValueKind.Array } mask && mask.GetArrayLength() == 2
                ? NameOf(mask[0]) + " &"
            : Cut(left.GetRawText());

    private static RuleCondition[] Demands(JsonElement payload) => payload.Word("protocol") switch
    {
        "tcp" or "udp" or "sctp" or "dccp" or "icmp" or "icmpv6"
            => [new(ConditionKind.Protocol, false, "") { Words = [payload.Word("protocol")!] }],
        "ip" => [new(ConditionKind.Family, false, "") { Words = ["ipv4"] }],
        "ip6" => [new(ConditionKind.Family, false, "") { Words = ["ipv6"] }],
        _ => [],
    };

    private static RuleCondition? Words(
        ConditionKind kind, IReadOnlyList<JsonElement> right, bool negated, string text)
        => Known(right.Select(value => WordOf(value.Bare()))) is { } words
            ? new(kind, negated, text) { Words = words }
            : null;

    private static RuleCondition? Addresses(
        ConditionKind kind, IReadOnlyList<JsonElement> right, bool negated, string text)
        => Known(right.Select(value => SpanOf(value.Bare()))) is { } spans
            ? new(kind, negated, text) { Addresses = spans }
            : null;

    private static RuleCondition? Ports(
        ConditionKind kind, string op, IReadOnlyList<JsonElement> right, bool negated, string text)
        => Known(right.Select(value => PortsOf(op, value.Bare()))) is { } spans
            ? new(kind, negated, text) { Ports = spans }
            : null;

    private static RuleCondition? Flags(
        JsonElement left, IReadOnlyList<JsonElement> right, bool negated, string text)
        => Known(left.Member("&")!.Value[1].Items().Select(WordOf)) is { } looked
            && Known(right.Select(WordOf)) is { } set
                ? new(ConditionKind.Flags, negated, text) { Words = [string.Join(',', looked), string.Join(',', set)] }
                : null;

    /// <summary>All of them, or null when one could not be read: a part of a condition is not the condition.</summary>
    private static List<T>? Known<T>(IEnumerable<T?> values)
        where T : class
    {
        var list = values.ToList();
        return list.Contains(null) ? null : [.. list.OfType<T>()];
    }

    private static string? WordOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!.ToLowerInvariant(),
        JsonValueKind.Number => value.GetRawText(),
        _ => null,
    };

    private static AddressSpan? SpanOf(JsonElement value)
        => value.ValueKind == JsonValueKind.String ? AddressSpan.Parse(value.GetString()!)
            : value.Member("prefix") is { } prefix && IPAddress.TryParse(prefix.Word("addr"), out var address)
                && prefix.Number("len") is >= 0 and <= 128 and var length ? AddressSpan.Of(address, (int)length)
            : value.Member("range") is { ValueKind: JsonValueKind.Array } range && range.GetArrayLength() == 2
                ? AddressSpan.Parse($"{range[0]}-{range[1]}")
            : null;

    private static PortSpan? PortsOf(string op, JsonElement value)
    {
        if (value.Member("range") is { ValueKind: JsonValueKind.Array } range && range.GetArrayLength() == 2)
        {
            return PortOf(range[0]) is { } first && PortOf(range[1]) is { } last ? new PortSpan(first, last) : null;
        }

        return (PortOf(value), op) switch
        {
            (null, _) => null,
            ({ } port, "<") => new PortSpan(0, port - 1),
            ({ } port, "<=") => new PortSpan(0, port),
            ({ } port, ">") => new PortSpan(port + 1, 65535),
            ({ } port, ">=") => new PortSpan(port, 65535),
            ({ } port, _) => new PortSpan(port, port),
        };
    }

    private static int? PortOf(JsonElement value)
        => value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var port) && port is >= 0 and <= 65535
            ? port
            : null;

    private static string Show(IReadOnlyList<JsonElement> values)
        => Cut(string.Join(',', values.Take(MaxText).Select(value => value.Bare()).Select(value
            => WordOf(value) ?? SpanOf(value)?.ToString() ?? PortsOf("==", value)?.ToString() ?? value.GetRawText())));

    private static string Cut(string text) => text.Length <= MaxText ? text : text[..MaxText] + "…";
}
