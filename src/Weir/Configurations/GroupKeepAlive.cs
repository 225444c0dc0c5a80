namespace Weir.Configurations;

/// <summary>Idle connections that are kept to the servers of a group.</summary>
/// <param name="Connections">How many, a worker; 0 for none; null when it hangs on an unknown version.</param>
/// <param name="Idle">How long one may be idle. If the upstream closes sooner, requests race with its close.</param>
/// <param name="Requests">Requests on one connection at most.</param>
/// <param name="Age">How old one may be; null for no limit.</param>
public sealed record GroupKeepAlive(int? Connections, TimeSpan Idle, long Requests, TimeSpan? Age);
