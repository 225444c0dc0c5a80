using System.Net;
using System.Net.Sockets;
using Weir.Probing.Local;

namespace Weir.Host.Routes;

/// <summary>
/// The routes and neighbours of a network namespace. Only the main table is in these files: rules of policy routing and
/// IPv6 neighbours are not.
/// </summary>
/// <param name="V4">The routes of IPv4.</param>
/// <param name="V6">The routes of IPv6; absent where the kernel has none.</param>
/// <param name="Neighbours">The hosts of the own links, IPv4.</param>
public sealed record NetworkRoutes(
    Reading<IReadOnlyList<Route>> V4, Reading<IReadOnlyList<Route>> V6, Reading<IReadOnlyList<Neighbour>> Neighbours)
{
    /// <summary>Reads them.</summary>
    public static NetworkRoutes Read(NetworkSeat seat)
    {
        ArgumentNullException.ThrowIfNull(seat);
        return new NetworkRoutes(
            seat.Text("route").Select(RouteTable.ParseV4),
            seat.Text("ipv6_route").Select(RouteTable.ParseV6),
            seat.Text("arp").Select(NeighbourTable.Parse));
    }

    /// <summary>
    /// The route that the main table has for an address: the longest network, among equal ones the lowest metric. Null
    /// where there is none (ENETUNREACH), or where the table could not be read.
    /// </summary>
    public Route? To(IPAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return (plain.AddressFamily == AddressFamily.InterNetwork ? V4 : V6).Or([])
            .Where(route => new IPNetwork(route.Destination, route.Length).Contains(plain))
            .OrderByDescending(route => route.Length)
            .ThenBy(route => route.Metric)
            .FirstOrDefault();
    }

    /// <summary>What is known of a host of the own links; null where nothing is, or IPv6 is asked.</summary>
    public Neighbour? NeighbourOf(IPAddress address)
        => Neighbours.Or([]).FirstOrDefault(neighbour => neighbour.Address.Equals(address));
}
