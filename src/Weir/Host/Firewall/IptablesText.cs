using System.Globalization;

namespace Weir.Host.Firewall;

/// <summary>
/// Reads what <c>iptables-save -c</c> and <c>ip6tables-save -c</c> print: a table a section, its chains with policy and
/// counter, its rules as the options of iptables(8). Lines that are none of these are left out.
/// </summary>
public static class IptablesText
{
    /// <summary>Lines read: a node of Kubernetes has 50,000 rules.</summary>
    private const int MaxLines = 500_000;

    private static readonly Dictionary<string, (FirewallHook Hook, int NatPriority)> Hooks =
        new(StringComparer.Ordinal)
        {
            ["PREROUTING"] = (FirewallHook.Prerouting, -100),
            ["INPUT"] = (FirewallHook.Input, 100),
            ["FORWARD"] = (FirewallHook.Forward, 0),
            ["OUTPUT"] = (FirewallHook.Output, -100),
            ["POSTROUTING"] = (FirewallHook.Postrouting, 100),
        };

    /// <summary>Reads the text of one family.</summary>
    public static IReadOnlyList<FirewallChain> Parse(string text, FirewallFamily family)
    {
        ArgumentNullException.ThrowIfNull(text);
        var chains = new List<FirewallChain>();
        var rules = new Dictionary<string, List<FirewallRule>>(StringComparer.Ordinal);
        var table = "";
        foreach (var line in KernelText.Lines(text).Take(MaxLines))
        {
            if (line[0] == '*')
            {
                chains = Closed(chains, table, rules);
                (table, rules) = (line[1..].Trim(), []);
            }
            else if (line[0] == ':' && ChainOf(line, family, table) is { } chain)
            {
                chains.Add(chain);
            }
            else if (IptablesRule.Parse(line) is var (name, rule))
            {
                var list = rules.TryGetValue(name, out var known) ? known : rules[name] = [];
                list.Add(rule with { Position = list.Count + 1 });
            }
        }

        return Closed(chains, table, rules);
    }

    /// <summary>The chains with the rules of their table in them.</summary>
    private static List<FirewallChain> Closed(
        List<FirewallChain> chains, string table, Dictionary<string, List<FirewallRule>> rules)
        => [.. chains.Select(chain => chain.Table == table && rules.TryGetValue(chain.Name, out var own)
            ? chain with { Rules = own }
            : chain)];

    /// <summary>Reads <c>:INPUT DROP [10:600]</c>; a chain that is not built in has <c>-</c> for a policy.</summary>
    private static FirewallChain? ChainOf(string line, FirewallFamily family, string table)
    {
        var cells = KernelText.Cells(line[1..]);
        if (cells.Length < 2 || table.Length == 0)
        {
            return null;
        }

        var builtIn = cells[1] != "-" && Hooks.ContainsKey(cells[0]);
        return new FirewallChain(
            family,
            table,
            cells[0],
            builtIn ? Hooks[cells[0]].Hook : null,
            builtIn ? PriorityOf(table, cells[0]) : 0,
            !builtIn ? null : cells[1] == "DROP" ? RuleAction.Drop : RuleAction.Accept,
            builtIn && cells.Length > 2 ? CounterOf(cells[2]) : null,
            Device: null,
            Rules: []);
    }

    /// <summary>Reads <c>[packets:bytes]</c>; null for anything else.</summary>
    internal static RuleCounter? CounterOf(string text)
        => text.Length > 2 && text[0] == '[' && text[^1] == ']' && text[1..^1].Split(':') is [var first, var second]
            && long.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var packets)
            && long.TryParse(second, NumberStyles.None, CultureInfo.InvariantCulture, out var bytes)
                ? new RuleCounter(packets, bytes)
                : null;

    /// <summary>The kernel's order of the tables within a hook.</summary>
    private static int PriorityOf(string table, string chain) => table switch
    {
        "raw" => -300,
        "mangle" => -150,
        "nat" => Hooks[chain].NatPriority,
        "security" => 50,
        _ => 0,
    };
}
