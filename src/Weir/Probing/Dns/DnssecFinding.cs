namespace Weir.Probing.Dns;

/// <summary>Whether a name fails because of DNSSEC.</summary>
/// <param name="IsBroken">Yes, no, or null where it cannot be told.</param>
/// <param name="Detail">How it is known, for people.</param>
public sealed record DnssecFinding(bool? IsBroken, string Detail);
