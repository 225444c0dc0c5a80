namespace Weir.Tests.Probing.Outside.Network;

/// <summary>What is wrong between this machine and a web server.</summary>
public enum NetworkFault
{
    /// <summary>A firewall drops packets to the port.</summary>
    Dropped,

    /// <summary>A firewall refuses by ICMP, port unreachable.</summary>
    Rejected,

    /// <summary>A firewall refuses by a reset, which looks like a closed port.</summary>
    RejectedByReset,

    /// <summary>Nothing listens on the port.</summary>
    NothingListens,

    /// <summary>Nobody has the address on the local network.</summary>
    HostDown,

    /// <summary>A router on the way knows no route.</summary>
    RouteMissing,

    /// <summary>A router on the way drops what is for the server, without a word.</summary>
    RouteIntoNothing,

    /// <summary>Of the two families only IPv6 is dropped.</summary>
    OnlyIPv6Dropped,
}
