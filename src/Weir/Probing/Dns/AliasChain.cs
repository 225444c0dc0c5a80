namespace Weir.Probing.Dns;

/// <summary>An answer followed from the asked name through its CNAME records (RFC 1034 section 3.6.2).</summary>
/// <param name="Names">The names on the way: the asked one first, the last one where the chain ends.</param>
/// <param name="Finals">The records of the asked type at the last name; empty where the answer has none.</param>
/// <param name="TimeToLive">The shortest life of all records used; null where none was.</param>
/// <param name="IsCircle">Whether the aliases lead back to themselves.</param>
public sealed record AliasChain(
    IReadOnlyList<string> Names, IReadOnlyList<DnsRecord> Finals, TimeSpan? TimeToLive, bool IsCircle)
{
    /// <summary>
    /// Aliases followed at most; resolvers stop between 8 and 16, and a longer chain fails for visitors.
    /// </summary>
    private const int MostAliases = 16;

    /// <summary>
    /// Follows <paramref name="question"/> through <paramref name="records"/>, in whatever order they are.
    /// </summary>
    public static AliasChain Follow(Question question, IReadOnlyList<DnsRecord> records)
    {
        var names = new List<string> { question.Name };
        TimeSpan? life = null;
        while (true)
        {
            List<DnsRecord> finals =
                [.. records.Where(record => record.Type == question.Type && DnsName.Same(record.Name, names[^1]))];
            if (finals.Count > 0)
            {
                return new(names, finals, Shorter(life, finals.Min(record => record.TimeToLive)), IsCircle: false);
            }

            var alias = records.OfType<AliasRecord>().FirstOrDefault(record => DnsName.Same(record.Name, names[^1]));
            if (alias is null)
            {
                return new(names, [], life, IsCircle: false);
            }

            life = Shorter(life, alias.TimeToLive);
            if (names.Count > MostAliases || names.Exists(name => DnsName.Same(name, alias.Target)))
            {
                return new(names, [], life, IsCircle: true);
            }

            names.Add(alias.Target);
        }
    }

    private static TimeSpan Shorter(TimeSpan? first, TimeSpan second)
        => first is { } known && known < second ? known : second;
}
