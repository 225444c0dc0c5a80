using System.Net;

namespace Weir.Probing.Local;

/// <summary>The router that this machine sends everything to that is not near.</summary>
/// <param name="Address">Its address; null where the link has only one other end (a tunnel, PPP).</param>
/// <param name="Device">The interface that leads to it.</param>
/// <param name="Metric">Among several the lowest is used.</param>
public sealed record DefaultGateway(IPAddress? Address, string Device, long Metric)
{
    /// <summary>
    /// The gateways of a routing table, best first; a link-local address gets the link that it is on.
    /// </summary>
    internal static IReadOnlyList<DefaultGateway> Of(
        IReadOnlyList<Route> routes, IReadOnlyList<LocalInterface> interfaces) =>
    [
        .. routes.Where(route => route.IsDefault)
            .OrderBy(route => route.Metric)
            .Select(route => new DefaultGateway(OnLink(route, interfaces), route.Device, route.Metric)),
    ];

    private static IPAddress? OnLink(Route route, IReadOnlyList<LocalInterface> interfaces)
        => route.Gateway is { IsIPv6LinkLocal: true } gateway
            && interfaces.FirstOrDefault(card => card.Name == route.Device) is { } link
                ? new IPAddress(gateway.GetAddressBytes(), link.Index)
                : route.Gateway;
}
