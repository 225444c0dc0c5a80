namespace Weir.Host.Firewall;

/// <summary>
/// Reads the packet filter of a network namespace with the programs that print it. None of them changes anything.
/// </summary>
public static class FirewallReader
{
    /// <summary>A node of Kubernetes needs two seconds; one that takes longer waits for a lock.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    private static readonly (string Program, string? OnlyIf, FirewallFamily Family)[] Iptables =
    [
        ("iptables-save", null, FirewallFamily.V4),
        ("ip6tables-save", null, FirewallFamily.V6),

        // Asking the old kind loads its modules, so it is asked only where it is in use already.
        ("iptables-legacy-save", "ip_tables_names", FirewallFamily.V4),
        ("ip6tables-legacy-save", "ip6_tables_names", FirewallFamily.V6),
    ];

    /// <summary>Reads iptables, ip6tables and nft.</summary>
    public static RuleSet Read(NetworkSeat seat)
    {
        ArgumentNullException.ThrowIfNull(seat);
        var old = Iptables
            .Where(one => one.OnlyIf is null || InUse(seat, one.OnlyIf))
            .Select(one => Run(seat, one.Program, "-c").Select(text => IptablesText.Parse(text, one.Family)))
            .ToArray();
        var nft = Run(seat, "nft", "-j", "list", "ruleset").Parse("nft", NftJson.Parse);
        return Join(old, nft);
    }

    /// <summary>
    /// The tables that iptables keeps in nft are printed by both programs; its own print tells more of the rules, so
    /// those of nft are left out.
    /// </summary>
    internal static RuleSet Join(
        IReadOnlyList<Reading<IReadOnlyList<FirewallChain>>> old, Reading<IReadOnlyList<FirewallChain>> nft)
    {
        var known = old.SelectMany(one => one.Or([])).DistinctBy(Key).ToArray();
        var tables = known.Select(chain => (chain.Family, chain.Table)).ToHashSet();
        return new RuleSet(
            [.. known, .. nft.Or([]).Where(chain => !tables.Contains((chain.Family, chain.Table)))],
            [.. old.Append(nft).Select(one => one.Missing).OfType<Unread>()]);
    }

    private static (FirewallFamily, string, string) Key(FirewallChain chain) => (chain.Family, chain.Table, chain.Name);

    private static bool InUse(NetworkSeat seat, string names)
        => seat.Text(names).TryGet(out var text) && text.Trim().Length > 0;

    private static Reading<string> Run(NetworkSeat seat, string program, params string[] arguments)
        => seat.Inside(() => HostProgram.Run(program, arguments, Limit, Privilege.Firewall));
}
