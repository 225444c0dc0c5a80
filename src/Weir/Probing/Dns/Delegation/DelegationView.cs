namespace Weir.Probing.Dns.Delegation;

/// <summary>Who serves the zone of a name, and what each of its servers says.</summary>
public sealed record DelegationView
{
    /// <summary>The name that the walk is about.</summary>
    public required string Name { get; init; }

    /// <summary>The zone that holds it; null where it could not be found.</summary>
    public required string? Zone { get; init; }

    /// <summary>One line for people.</summary>
    public required string Detail { get; init; }

    /// <summary>The zone's servers that were looked at.</summary>
    public IReadOnlyList<AuthorityView> Servers { get; init; } = [];

    /// <summary>Names of further servers of the zone, which were left alone to keep the walk short.</summary>
    public IReadOnlyList<string> NotLookedAt { get; init; } = [];

    /// <summary>The questions that led to the zone and to its servers, in their order.</summary>
    public IReadOnlyList<NameLookup> Path { get; init; } = [];

    /// <summary>
    /// Whether the zone is known from its parent's referral only, because resolvers fail within it.
    /// </summary>
    public bool IsFromParent { get; init; }

    /// <summary>
    /// The versions of the zone that its servers have, each once: more than one is a zone on the move.
    /// </summary>
    public IReadOnlyList<uint> Serials =>
        [.. Servers.Select(server => server.Soa?.Serial).OfType<uint>().Distinct()];

    /// <summary>The servers that do not serve the zone.</summary>
    public IReadOnlyList<AuthorityView> Lame => [.. Servers.Where(server => server.IsLame == true)];

    /// <summary>The mail address of who answers for the zone; null where no record tells one.</summary>
    public string? Contact => Servers.Select(server => server.Soa)
        .Concat(Path.SelectMany(lookup => lookup.Records.Concat(lookup.Authority)).OfType<AuthorityRecord>())
        .FirstOrDefault(soa => soa is not null && Zone is not null && DnsName.Same(soa.Name, Zone))?.Contact;
}
