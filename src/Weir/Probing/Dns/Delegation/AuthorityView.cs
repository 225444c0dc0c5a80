namespace Weir.Probing.Dns.Delegation;

/// <summary>One name server of a zone, asked directly.</summary>
/// <param name="Name">Its name in the NS record.</param>
/// <param name="State">What it does.</param>
public sealed record AuthorityView(string Name, AuthorityState State)
{
    /// <summary>Its address as it was asked; null where it was not.</summary>
    public NameServer? Server { get; init; }

    /// <summary>Its answer to the name that the walk is about; null where it was not asked.</summary>
    public NameLookup? Lookup { get; init; }

    /// <summary>
    /// Its answer to the SOA record of the zone, from which the state follows; null where it was not asked.
    /// </summary>
    public NameLookup? ZoneLookup { get; init; }

    /// <summary>
    /// Whether the delegation to it is lame (RFC 9499 section 7: it does not serve the zone as an authority); null
    /// where that was not checked.
    /// </summary>
    public bool? IsLame => State switch
    {
        AuthorityState.Sound => false,
        AuthorityState.Unreachable or AuthorityState.NotChecked => null,
        AuthorityState.NotAuthoritative or AuthorityState.Refused or AuthorityState.Failing
            or AuthorityState.Malformed or AuthorityState.Silent or AuthorityState.NotListening
            or AuthorityState.NoAddress => true,
    };

    /// <summary>The SOA record that it gives as an authority; null where it gives none.</summary>
    public AuthorityRecord? Soa => State == AuthorityState.Sound
        ? ZoneLookup?.Records.OfType<AuthorityRecord>().FirstOrDefault()
        : null;

    /// <summary>
    /// What <paramref name="zoneLookup"/>, the direct question for the zone's SOA record, shows. Pure.
    /// </summary>
    internal static AuthorityState Judge(NameLookup zoneLookup) => zoneLookup.Outcome switch
    {
        LookupOutcome.Answered => zoneLookup is { Authoritative: true, Chain.Finals.Count: > 0 }
            ? AuthorityState.Sound
            : AuthorityState.NotAuthoritative,
        LookupOutcome.NoData or LookupOutcome.NameNotFound or LookupOutcome.Referral =>
            AuthorityState.NotAuthoritative,
        LookupOutcome.Refused => AuthorityState.Refused,
        LookupOutcome.ServerFailure or LookupOutcome.FormatError or LookupOutcome.NotImplemented
            or LookupOutcome.OtherError => AuthorityState.Failing,
        LookupOutcome.Malformed => AuthorityState.Malformed,
        LookupOutcome.Timeout => AuthorityState.Silent,
        LookupOutcome.ConnectionRefused => AuthorityState.NotListening,
        LookupOutcome.Unreachable => AuthorityState.Unreachable,
        LookupOutcome.InvalidName or LookupOutcome.NotAsked => AuthorityState.NotChecked,
    };
}
