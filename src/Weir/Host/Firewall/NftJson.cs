using System.Text.Json;

namespace Weir.Host.Firewall;

/// <summary>
/// Reads what <c>nft -j list ruleset</c> prints, libnftables-json(5). What this reader does not know makes a rule one
/// that nobody can foretell; it never makes it fit.
/// </summary>
public static class NftJson
{
    /// <summary>Objects read: a node of Kubernetes has 50,000 rules.</summary>
    private const int MaxObjects = 500_000;

    /// <summary>Reads the text; null when it is not the JSON of nft.</summary>
    public static IReadOnlyList<FirewallChain>? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.Member("nftables") is { ValueKind: JsonValueKind.Array } list
                ? Read([.. list.EnumerateArray().Take(MaxObjects)])
                : null;
        }
        catch (JsonException)
        {
            return null; // The caller says so.
        }
    }

    private static List<FirewallChain> Read(IReadOnlyList<JsonElement> objects)
    {
        var sets = NftSets.Of(objects);
        var rules = objects.Select(one => one.Member("rule")).OfType<JsonElement>()
            .ToLookup(rule => (rule.Word("family"), rule.Word("table"), rule.Word("chain")));
        return
        [
            .. objects.Select(one => one.Member("chain")).OfType<JsonElement>()
                .Select(chain => (chain, key: (chain.Word("family"), chain.Word("table"), chain.Word("name"))))
                .Select(pair => ChainOf(pair.chain, rules[pair.key], sets))
                .OfType<FirewallChain>(),
        ];
    }

    private static FirewallChain? ChainOf(JsonElement chain, IEnumerable<JsonElement> rules, NftSets sets)
        => FamilyOf(chain.Word("family")) is { } family
            ? new FirewallChain(
                family,
                chain.Word("table") ?? "",
                chain.Word("name") ?? "",
                HookOf(chain.Word("hook")),
                (int)Math.Clamp(chain.Number("prio") ?? 0, int.MinValue, int.MaxValue),
                chain.Word("policy") switch
                {
                    "drop" => RuleAction.Drop,
                    "accept" => RuleAction.Accept,
                    _ => null,
                },
                PolicyCounter: null,
                chain.Word("dev"),
                [.. rules.SelectMany((rule, index) => NftRule.Parse(rule, index + 1, sets))])
            : null;

    /// <summary>Bridges and ARP are not on the way of a connection between hosts.</summary>
    private static FirewallFamily? FamilyOf(string? family) => family switch
    {
        "ip" => FirewallFamily.V4,
        "ip6" => FirewallFamily.V6,
        "inet" or "netdev" => FirewallFamily.Both,
        _ => null,
    };

    private static FirewallHook? HookOf(string? hook) => hook switch
    {
        "ingress" => FirewallHook.Ingress,
        "prerouting" => FirewallHook.Prerouting,
        "input" => FirewallHook.Input,
        "forward" => FirewallHook.Forward,
        "output" => FirewallHook.Output,
        "postrouting" => FirewallHook.Postrouting,
        _ => null,
    };
}
