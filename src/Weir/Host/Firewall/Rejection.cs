namespace Weir.Host.Firewall;

/// <summary>What a REJECT answers, and with it the errno of connect on the other side.</summary>
public enum Rejection
{
    /// <summary>A reset, exactly like that of a closed port: ECONNREFUSED.</summary>
    TcpReset,

    /// <summary>ICMP 3/3 or ICMPv6 1/4, the default: ECONNREFUSED.</summary>
    PortUnreachable,

    /// <summary>ICMP 3/0: ENETUNREACH.</summary>
    NetworkUnreachable,

    /// <summary>ICMP 3/1 or ICMPv6 1/3: EHOSTUNREACH.</summary>
    HostUnreachable,

    /// <summary>ICMP 3/2: ENOPROTOOPT.</summary>
    ProtocolUnreachable,

    /// <summary>ICMP 3/9: ENETUNREACH.</summary>
    NetworkProhibited,

    /// <summary>ICMP 3/10: EHOSTUNREACH.</summary>
    HostProhibited,

    /// <summary>ICMP 3/13: EHOSTUNREACH; ICMPv6 1/1: EACCES.</summary>
    AdministrativelyProhibited,

    /// <summary>ICMPv6 1/0: ENETUNREACH.</summary>
    NoRoute,

    /// <summary>ICMPv6 1/5 or 1/6: EACCES.</summary>
    Policy,
}
