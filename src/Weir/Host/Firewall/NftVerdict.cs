using System.Text.Json;

namespace Weir.Host.Firewall;

/// <summary>What a statement of nft does with a packet.</summary>
/// <param name="Action">The action.</param>
/// <param name="Target">A chain, an address, or the name of what is not known.</param>
/// <param name="Rejection">What a rejection answers.</param>
internal sealed record NftVerdict(RuleAction Action, string? Target = null, Rejection? Rejection = null)
{
    /// <summary>The verdict in one or two words.</summary>
    public string Text => Action == RuleAction.Continue ? "" : string.Join(' ', Words.OfType<string>());

    private string?[] Words => [Action.ToString().ToLowerInvariant(), Target, Rejection?.ToString()];

    /// <summary>The verdict of a statement; null when it is none.</summary>
    public static NftVerdict? Of(string name, JsonElement value) => name switch
    {
        "accept" => new(RuleAction.Accept),
        "drop" => new(RuleAction.Drop),
        "return" => new(RuleAction.Return),
        "jump" => new(RuleAction.Jump, value.Word("target")),
        "goto" => new(RuleAction.Goto, value.Word("target")),
        "reject" => new(RuleAction.Reject, null, RejectionOf(value)),
        "dnat" or "snat" or "masquerade" or "redirect" => new(RuleAction.Translate, value.Word("addr") ?? name),
        "queue" or "tproxy" or "synproxy" => new(RuleAction.Unknown, name),
        "xt" when value.Word("type") == "target" => OfIptables(value.Word("name") ?? ""),
        _ => null,
    };

    /// <summary>A target of iptables within nft, whose options are not shown.</summary>
    private static NftVerdict OfIptables(string target) => new(IptablesRule.ActionOf(target), target);

    private static Rejection? RejectionOf(JsonElement value) => value.Word("type") switch
    {
        "tcp reset" => Firewall.Rejection.TcpReset,
        _ when value.Word("expr") is { } kind => Rejections.Of(kind),
        null => Firewall.Rejection.PortUnreachable, // The default of the kernel.
        _ => null,
    };
}
