namespace Weir.Host.Firewall;

/// <summary>What a rule or a policy has counted since it was made: only differences say something.</summary>
/// <param name="Packets">Packets that fitted it.</param>
/// <param name="Bytes">Their length.</param>
public sealed record RuleCounter(long Packets, long Bytes);
