using System.Globalization;

namespace Weir.Probing.Dns;

/// <summary>Puts an answer into one line for people.</summary>
internal static class AnswerText
{
    /// <summary>Final records shown at most; the rest is counted.</summary>
    private const int MostShown = 4;

    /// <summary>The line for an answer whose outcome is known.</summary>
    public static string For(NameLookup lookup) => lookup.Outcome switch
    {
        LookupOutcome.Answered => Answered(lookup),
        LookupOutcome.NoData when lookup.Chain.IsCircle => $"the aliases of {lookup.Question.Name} lead in a circle",
        LookupOutcome.NoData => $"{lookup.Chain.Names[^1]} exists and has no {lookup.Question.Type} record",
        LookupOutcome.NameNotFound => $"{lookup.Chain.Names[^1]} does not exist (NXDOMAIN)",
        LookupOutcome.Referral when lookup.Options.RecursionDesired =>
            "the server does not resolve for others: it only names servers to ask",
        LookupOutcome.Referral => "the server is no authority for the name: it only names servers to ask",
        _ => Failed(lookup),
    };

    private static string Answered(NameLookup lookup)
    {
        var chain = lookup.Chain;
        var shown = chain.Finals.Take(MostShown).Select(Show);
        var rest = chain.Finals.Count > MostShown
            ? string.Create(CultureInfo.InvariantCulture, $" and {chain.Finals.Count - MostShown} more")
            : "";
        var aliases = string.Join("", chain.Names.Skip(1).Select(name => $"alias of {name}, "));
        var values = chain.Finals.Count > 0 ? string.Join(", ", shown) + rest : "which another server knows";
        return string.Create(
            CultureInfo.InvariantCulture, $"{aliases}{values} (TTL {lookup.TimeToLive?.TotalSeconds ?? 0:0} s)");
    }

    private static string Failed(NameLookup lookup)
        => string.Join("; ", lookup.ExtendedErrors
            .Select(error => error.ToString())
            .Prepend($"the server answered {lookup.Code}"));

    private static string Show(DnsRecord record) => record switch
    {
        AddressRecord address => address.Address.ToString(),
        AliasRecord alias => alias.Target,
        NameServerRecord server => server.Target,
        AuthorityRecord soa => $"{soa.PrimaryServer} serial {soa.Serial}",
        TextRecord text => string.Concat(text.Strings.Select(part => $"\"{part}\"")),
        RawRecord raw => $"{raw.Data.Length} bytes",
        _ => record.Type.ToString(),
    };
}
