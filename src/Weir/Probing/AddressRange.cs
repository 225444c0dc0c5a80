using System.Net;
using System.Net.Sockets;

namespace Weir.Probing;

/// <summary>Which addresses belong to a private network, so that the Internet can say nothing about them.</summary>
internal static class AddressRange
{
    // RFC 1918, RFC 3927, RFC 6598, RFC 6890 (loopback and documentation), RFC 4193 and RFC 4291 for IPv6.
    private static readonly IPNetwork[] Private =
    [
        IPNetwork.Parse("10.0.0.0/8"), IPNetwork.Parse("172.16.0.0/12"), IPNetwork.Parse("192.168.0.0/16"),
        IPNetwork.Parse("127.0.0.0/8"), IPNetwork.Parse("169.254.0.0/16"), IPNetwork.Parse("100.64.0.0/10"),
        IPNetwork.Parse("192.0.2.0/24"), IPNetwork.Parse("198.51.100.0/24"), IPNetwork.Parse("203.0.113.0/24"),
        IPNetwork.Parse("fc00::/7"), IPNetwork.Parse("fe80::/10"), IPNetwork.Parse("::1/128"),
    ];

    /// <summary>Whether <paramref name="address"/> is private, link-local, loopback or for documentation.</summary>
    public static bool IsPrivate(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return plain.AddressFamily is AddressFamily.InterNetwork or AddressFamily.InterNetworkV6
            && Private.Any(network => network.BaseAddress.AddressFamily == plain.AddressFamily
                && network.Contains(plain));
    }
}
