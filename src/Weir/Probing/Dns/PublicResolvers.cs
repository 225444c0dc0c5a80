using System.Net;

namespace Weir.Probing.Dns;

/// <summary>
/// Resolvers that anyone may ask, run by different companies: the second opinion on the visitor's own resolver. On a
/// machine without a route to them, asking fails at once and costs nothing.
/// </summary>
public static class PublicResolvers
{
    /// <summary>All of them; the last has an IPv6 address.</summary>
    public static IReadOnlyList<NameServer> All { get; } =
    [
        Named("Cloudflare", "1.1.1.1"),
        Named("Google", "8.8.8.8"),
        Named("Quad9", "9.9.9.9"),
        Named("Cloudflare over IPv6", "2606:4700:4700::1111"),
    ];

    private static NameServer Named(string label, string address)
        => new(new IPEndPoint(IPAddress.Parse(address), NameServer.DefaultPort), NameServerRole.Public, label);
}
