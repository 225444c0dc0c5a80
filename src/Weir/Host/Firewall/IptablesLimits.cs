namespace Weir.Host.Firewall;

/// <summary>Reads the limits of a rule of iptables, iptables-extensions(8).</summary>
internal static class IptablesLimits
{
    /// <summary>The limits as conditions; none when the rule has none.</summary>
    public static IEnumerable<RuleCondition> Read(IReadOnlyList<IptablesOption> options)
    {
        foreach (var option in options)
        {
            if (LimitOf(option, options) is { } limit)
            {
                yield return new RuleCondition(ConditionKind.Limit, option.Negated, option.Text) { Limit = limit };
            }
        }
    }

    /// <summary>An option that belongs to a limit.</summary>
    public static bool Owns(IptablesOption option)
        => option.Name is "--limit" or "--limit-burst" or "--set" or "--update" or "--rcheck" or "--remove"
            or "--seconds" or "--reap" or "--hitcount" or "--rttl" or "--name" or "--mask" or "--rsource" or "--rdest"
            || option.Name.StartsWith("--hashlimit-", StringComparison.Ordinal)
            || option.Name.StartsWith("--connlimit-", StringComparison.Ordinal);

    private static RuleLimit? LimitOf(IptablesOption option, IReadOnlyList<IptablesOption> all) => option.Name switch
    {
        "--limit" => new(LimitKind.Rate, false, option.Value + Burst(all, "--limit-burst")),
        "--hashlimit-above" => new(LimitKind.RatePerSource, true, option.Value + Burst(all, "--hashlimit-burst")),
        "--hashlimit-upto" => new(LimitKind.RatePerSource, false, option.Value + Burst(all, "--hashlimit-burst")),
        "--connlimit-above" => new(LimitKind.Connections, !option.Negated, option.Value),
        "--connlimit-upto" => new(LimitKind.Connections, option.Negated, option.Value),
        "--update" or "--rcheck" => new(LimitKind.Recent, true, Recent(all)),
        _ => null, // "--set" of recent only notes the address: it always fits.
    };

    private static string Burst(IReadOnlyList<IptablesOption> all, string name)
        => all.FirstOrDefault(option => option.Name == name) is { } burst ? $" burst {burst.Value}" : "";

    private static string Recent(IReadOnlyList<IptablesOption> all)
    {
        string Of(string name) => all.FirstOrDefault(option => option.Name == name)?.Value ?? "";
        return $"{Of("--hitcount")} in {Of("--seconds")} s ({Of("--name")})";
    }
}
