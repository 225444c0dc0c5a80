using System.Net;
using Weir.Probing.Dns;
using Weir.Vocabulary;

namespace Weir.Probing.Upstream;

/// <summary>Where a name leads for a gateway.</summary>
/// <param name="Addresses">The addresses; empty where it leads nowhere.</param>
/// <param name="Failure">What failed; null where nothing did.</param>
/// <param name="Lookups">What each of the gateway's name servers said; empty where none was asked.</param>
/// <param name="FromHosts">The gateway's own <c>/etc/hosts</c> says it.</param>
public sealed record UpstreamAddresses(
    IReadOnlyList<IPAddress> Addresses, Failure? Failure, IReadOnlyList<NameLookup> Lookups, bool FromHosts);
