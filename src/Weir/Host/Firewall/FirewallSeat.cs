namespace Weir.Host.Firewall;

/// <summary>What a host is on the way of a connection: this decides which hooks see its first packet.</summary>
public enum FirewallSeat
{
    /// <summary>The connection begins here: the gateway's own rules.</summary>
    Leaving,

    /// <summary>It ends here: the upstream's own rules.</summary>
    Arriving,

    /// <summary>It passes: a router, or the host of a container.</summary>
    Passing,
}
