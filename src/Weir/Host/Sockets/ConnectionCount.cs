using System.Net;

namespace Weir.Host.Sockets;

/// <summary>How many TCP sockets of this machine have to do with one endpoint, by state.</summary>
/// <param name="Endpoint">
/// The other side's address and port; or, of a port of our own, any address and that port.
/// </param>
/// <param name="ByState">How many are in each state; states without any are left out.</param>
/// <param name="WithUnread">Established ones with data that the program here has not read.</param>
/// <param name="WithUnacknowledged">Established ones with data sent and not acknowledged.</param>
/// <param name="FromBusiestAddress">
/// How many begin at the same address of this machine: each takes a port of its own, so this is what the port range
/// limits.
/// </param>
public sealed record ConnectionCount(
    IPEndPoint Endpoint,
    IReadOnlyDictionary<TcpState, int> ByState,
    int WithUnread,
    int WithUnacknowledged,
    int FromBusiestAddress)
{
    /// <summary>How many are in a state.</summary>
    public int this[TcpState state] => ByState.GetValueOrDefault(state);

    /// <summary>All of them.</summary>
    public int Total => ByState.Values.Sum();
}
