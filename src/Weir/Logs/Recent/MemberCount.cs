namespace Weir.Logs.Recent;

/// <summary>How one server did: what tells one bad member from a group that is bad as a whole.</summary>
/// <param name="Upstream">Its address.</param>
/// <param name="Tries">How often it was asked; null where the access log does not name the servers.</param>
/// <param name="Failures">How often in vain.</param>
public sealed record MemberCount(string Upstream, long? Tries, long Failures);
