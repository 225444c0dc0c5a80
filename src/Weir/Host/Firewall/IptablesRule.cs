namespace Weir.Host.Firewall;

/// <summary>Reads a rule of iptables: <c>[0:0] -A INPUT -p tcp -m tcp --dport 80 -j DROP</c>.</summary>
internal static class IptablesRule
{
    /// <summary>Modules whose options are all read here; with any other nobody can foretell the rule.</summary>
    private static readonly HashSet<string> KnownModules = new(StringComparer.Ordinal)
    {
        "tcp", "udp", "multiport", "conntrack", "state", "limit", "hashlimit", "connlimit", "recent", "comment",
        "iprange",
    };

    /// <summary>Reads a line; null when it is no rule. Its position is for the caller to say.</summary>
    public static (string Chain, FirewallRule Rule)? Parse(string line)
    {
        var counter = line[0] == '[' ? line[..(line.IndexOf(']', StringComparison.Ordinal) + 1)] : "";
        var options = IptablesOption.ParseAll(line[counter.Length..]);
        if (options is not [{ Name: "-A", Value: { Length: > 0 } chain }, ..])
        {
            return null;
        }

        var matches = options.Skip(1).TakeWhile(option => !IsTarget(option)).ToArray();
        var target = options.Skip(1 + matches.Length).ToArray();
        return (chain, new FirewallRule(
            Position: 0,
            Handle: null,
            ActionOf(target),
            TargetOf(target),
            RejectionOf(target),
            [.. IptablesLimits.Read(matches), .. matches.Select(Condition).OfType<RuleCondition>()],
            IptablesText.CounterOf(counter),
            target.FirstOrDefault(option => option.Name is "--log-prefix" or "--nflog-prefix")?.Value,
            string.Join(' ', options.Skip(1).Select(option => option.Text))));
    }

    /// <summary>What a target of iptables does.</summary>
    public static RuleAction ActionOf(string target) => target switch
    {
        "ACCEPT" => RuleAction.Accept,
        "DROP" => RuleAction.Drop,
        "REJECT" => RuleAction.Reject,
        "RETURN" => RuleAction.Return,
        "DNAT" or "SNAT" or "MASQUERADE" or "REDIRECT" or "NETMAP" => RuleAction.Translate,
        "LOG" or "NFLOG" or "ULOG" or "MARK" or "CONNMARK" or "TCPMSS" or "CT" or "NOTRACK" or "TRACE" or "DSCP"
            or "TOS" or "TTL" or "CLASSIFY" or "SET" or "AUDIT" or "SECMARK" or "CONNSECMARK" => RuleAction.Continue,
        _ => RuleAction.Unknown,
    };

    private static bool IsTarget(IptablesOption option) => option.Name is "-j" or "-g";

    /// <summary>Chains are jumped to by the same option; their names are not those of targets.</summary>
    private static RuleAction ActionOf(IptablesOption[] target) => target switch
    {
        [] => RuleAction.Continue,
        [{ Name: "-g" }, ..] => RuleAction.Goto,
        [var jump, ..] => ActionOf(jump.Value) is var action && action == RuleAction.Unknown && !IsExtension(jump.Value)
            ? RuleAction.Jump
            : action,
    };

    /// <summary>Targets that hand the packet to something else.</summary>
    private static bool IsExtension(string target)
        => target is "QUEUE" or "NFQUEUE" or "TPROXY" or "SYNPROXY" or "TARPIT" or "CLUSTERIP" or "TEE";

    private static string? TargetOf(IptablesOption[] target) => target switch
    {
        [] => null,
        [var jump, ..] => target.FirstOrDefault(IsAddress)?.Value ?? jump.Value,
    };

    private static bool IsAddress(IptablesOption option)
        => option.Name is "--to-destination" or "--to-source" or "--to-ports";

    private static Rejection? RejectionOf(IptablesOption[] target)
        => target is not [{ Value: "REJECT" }, ..] ? null
            : target.FirstOrDefault(option => option.Name == "--reject-with") is { } with ? Rejections.Of(with.Value)
            : Rejection.PortUnreachable;

    /// <summary>The condition of an option; null for one that is none, or that its limit has read.</summary>
    private static RuleCondition? Condition(IptablesOption option) => option.Name switch
    {
        "-p" => Words(option, ConditionKind.Protocol),
        "-s" => Addresses(option, ConditionKind.Source),
        "-d" => Addresses(option, ConditionKind.Destination),
        "--src-range" => Addresses(option, ConditionKind.Source),
        "--dst-range" => Addresses(option, ConditionKind.Destination),
        "--sport" or "--sports" => Ports(option, ConditionKind.SourcePort),
        "--dport" or "--dports" => Ports(option, ConditionKind.DestinationPort),
        "-i" => Words(option, ConditionKind.Inbound),
        "-o" => Words(option, ConditionKind.Outbound),
        "--ctstate" or "--state" => Words(option, ConditionKind.State),
        "--tcp-flags" => Flags(option),
        "-m" => KnownModules.Contains(option.Value) ? null : RuleCondition.Unknown(option.Text),
        "--comment" => null,
        _ when IptablesLimits.Owns(option) => null,
        _ => RuleCondition.Unknown(option.Text),
    };

    private static RuleCondition Words(IptablesOption option, ConditionKind kind)
        => new(kind, option.Negated, option.Text) { Words = option.Value.ToLowerInvariant().Split(',') };

    private static RuleCondition Flags(IptablesOption option)
    {
        var words = option.Values.Select(value => value.ToLowerInvariant()).Select(word => word == "none" ? "" : word);
        return new(ConditionKind.Flags, option.Negated, option.Text) { Words = [.. words] };
    }

    private static RuleCondition Addresses(IptablesOption option, ConditionKind kind)
    {
        var spans = option.Value.Split(',').Select(AddressSpan.Parse).ToArray();
        return spans.Contains(null)
            ? RuleCondition.Unknown(option.Text)
            : new(kind, option.Negated, option.Text) { Addresses = [.. spans.OfType<AddressSpan>()] };
    }

    private static RuleCondition Ports(IptablesOption option, ConditionKind kind)
    {
        var spans = option.Value.Split(',').Select(PortSpan.Parse).ToArray();
        return spans.Contains(null)
            ? RuleCondition.Unknown(option.Text)
            : new(kind, option.Negated, option.Text) { Ports = [.. spans.OfType<PortSpan>()] };
    }
}
