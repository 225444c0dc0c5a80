using System.Net.Sockets;

namespace Weir.Probing.Tcp;

/// <summary>The names of the ICMP errors, from the registries of ICMP and ICMPv6 parameters.</summary>
internal static class IcmpNames
{
    public static string Of(AddressFamily family, int type, int code)
    {
        var name = family == AddressFamily.InterNetworkV6 ? V6(type, code) : V4(type, code);
        return name ?? $"ICMP{(family == AddressFamily.InterNetworkV6 ? "v6" : "")} type {type} code {code}";
    }

    private static string? V4(int type, int code) => (type, code) switch
    {
        (3, 0) => "network unreachable",
        (3, 1) => "host unreachable",
        (3, 2) => "protocol unreachable",
        (3, 3) => "port unreachable",
        (3, 4) => "fragmentation needed",
        (3, 5) => "source route failed",
        (3, 6) => "network unknown",
        (3, 7) => "host unknown",
        (3, 8) => "host isolated",
        (3, 9) => "network administratively prohibited",
        (3, 10) => "host administratively prohibited",
        (3, 11) => "network unreachable for this type of service",
        (3, 12) => "host unreachable for this type of service",
        (3, 13) => "communication administratively prohibited",
        (3, 14) => "host precedence violation",
        (3, 15) => "precedence cutoff",
        (11, 0) => "hop limit exceeded in transit",
        (11, 1) => "fragment reassembly time exceeded",
        (12, _) => "parameter problem",
        _ => null,
    };

    private static string? V6(int type, int code) => (type, code) switch
    {
        (1, 0) => "no route to destination",
        (1, 1) => "administratively prohibited",
        (1, 2) => "beyond scope of source address",
        (1, 3) => "address unreachable",
        (1, 4) => "port unreachable",
        (1, 5) => "source address failed policy",
        (1, 6) => "route to destination rejected",
        (2, _) => "packet too big",
        (3, 0) => "hop limit exceeded in transit",
        (3, 1) => "fragment reassembly time exceeded",
        (4, _) => "parameter problem",
        _ => null,
    };
}
