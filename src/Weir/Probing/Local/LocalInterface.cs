using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;

namespace Weir.Probing.Local;

/// <summary>An interface of this machine that is up.</summary>
/// <param name="Name">Its name, such as <c>eth0</c>.</param>
/// <param name="Index">Its number, which a link-local IPv6 address needs beside it (RFC 4007); 0 without IPv6.</param>
/// <param name="Addresses">Its addresses of both families.</param>
/// <param name="Loopback">It leads to this machine only.</param>
/// <param name="LooksLikeVpn">Its name or kind is one that VPNs use: traffic may leave by another network.</param>
public sealed record LocalInterface(
    string Name, int Index, IReadOnlyList<IPAddress> Addresses, bool Loopback, bool LooksLikeVpn)
{
    private static readonly string[] VpnNames =
    [
        "tun", "tap", "wg", "ppp", "tailscale", "utun", "ipsec", "nordlynx", "proton", "mullvad", "zt", "gpd",
        "cscotun", "nebula", "vpn",
    ];

    /// <summary>It has an address that more than the link itself can reach.</summary>
    public bool HasAddress(AddressFamily family) => Addresses.Any(address =>
        address.AddressFamily == family && !address.IsIPv6LinkLocal && !IPAddress.IsLoopback(address));

    /// <summary>
    /// Whether a name is one that VPNs give their interfaces: <c>tun0</c>, <c>wg-home</c>, <c>tailscale0</c>.
    /// </summary>
    internal static bool IsVpnName(string name)
        => VpnNames.Any(start => name.StartsWith(start, StringComparison.OrdinalIgnoreCase))
            && !name.StartsWith("tunl", StringComparison.OrdinalIgnoreCase); // The kernel's own IP-in-IP device.

    /// <summary>Reads the interfaces that are up.</summary>
    internal static IReadOnlyList<LocalInterface> ReadUp() =>
    [
        .. NetworkInterface.GetAllNetworkInterfaces()
            .Where(IsUp)
            .Select(card => new LocalInterface(
                card.Name,
                card.Supports(NetworkInterfaceComponent.IPv6) ? card.GetIPProperties().GetIPv6Properties().Index : 0,
                [.. card.GetIPProperties().UnicastAddresses.Select(own => own.Address)],
                card.NetworkInterfaceType == NetworkInterfaceType.Loopback,
                card.NetworkInterfaceType is NetworkInterfaceType.Ppp || IsVpnName(card.Name))),
    ];

    /// <summary>Tunnels report "unknown" where cards report "up"; with an address they count.</summary>
    private static bool IsUp(NetworkInterface card) => card.OperationalStatus switch
    {
        OperationalStatus.Up => true,
        OperationalStatus.Unknown => card.GetIPProperties().UnicastAddresses.Count > 0,
        _ => false,
    };
}
