using System.Net;

namespace Weir.Probing.Dns;

/// <summary>One line of a hosts file.</summary>
/// <param name="Address">The address.</param>
/// <param name="Names">The names that it is given.</param>
public sealed record HostsEntry(IPAddress Address, IReadOnlyList<string> Names);
