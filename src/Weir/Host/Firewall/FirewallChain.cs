namespace Weir.Host.Firewall;

/// <summary>A list of rules, asked in order.</summary>
/// <param name="Family">The packets it sees.</param>
/// <param name="Table">Its table.</param>
/// <param name="Name">Its name.</param>
/// <param name="Hook">Where the kernel calls it; null for a chain that only rules call.</param>
/// <param name="Priority">Among the chains of a hook the lowest comes first.</param>
/// <param name="Policy">What happens at its end; null where it has no hook.</param>
/// <param name="PolicyCounter">Packets that reached the end; null for nft.</param>
/// <param name="Device">The interface whose packets alone it sees; null is all.</param>
/// <param name="Rules">Its rules.</param>
public sealed record FirewallChain(
    FirewallFamily Family,
    string Table,
    string Name,
    FirewallHook? Hook,
    int Priority,
    RuleAction? Policy,
    RuleCounter? PolicyCounter,
    string? Device,
    IReadOnlyList<FirewallRule> Rules)
{
    /// <summary>Whether it sees packets of a family.</summary>
    public bool Sees(FirewallFamily family) => Family == family || Family == FirewallFamily.Both;
}
