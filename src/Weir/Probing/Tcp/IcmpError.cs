using System.Net;
using System.Net.Sockets;

namespace Weir.Probing.Tcp;

/// <summary>An ICMP error that came back for a packet of ours (RFC 792, RFC 4443).</summary>
/// <param name="Family">
/// Which of the two protocols: <c>InterNetwork</c> for ICMP, <c>InterNetworkV6</c> for ICMPv6.
/// </param>
/// <param name="Type">The ICMP type: 3 is "destination unreachable" in ICMP, 1 in ICMPv6.</param>
/// <param name="Code">The ICMP code within the type.</param>
/// <param name="Sender">
/// Who sent it; the machine itself where its own kernel gave up. Null where it is not told.
/// </param>
/// <param name="Errno">The error number that the kernel made of it.</param>
public sealed record IcmpError(AddressFamily Family, int Type, int Code, IPAddress? Sender, int Errno)
{
    /// <summary>Its name in plain words, such as <c>host administratively prohibited</c>.</summary>
    public string Name => IcmpNames.Of(Family, Type, Code);

    /// <summary>
    /// It says that a policy forbids the packet: a filter sent it, not a broken path. ICMP 3/9, 3/10 and 3/13 (RFC 1812
    /// section 5.2.7.1); ICMPv6 1/1, 1/5 and 1/6 (RFC 4443 section 3.1).
    /// </summary>
    public bool Prohibits => (Family, Type, Code) is
        (AddressFamily.InterNetwork, 3, 9 or 10 or 13) or (AddressFamily.InterNetworkV6, 1, 1 or 5 or 6);

    /// <summary>The packet's hop limit ran out on the way: the sender is a router of the path (or of a loop).</summary>
    public bool HopLimitExceeded => (Family, Type, Code) is
        (AddressFamily.InterNetwork, 11, 0) or (AddressFamily.InterNetworkV6, 3, 0);

    /// <summary>A router, or this machine, cannot find the host on the link: ICMP 3/1, ICMPv6 1/3.</summary>
    public bool HostUnreachable => (Family, Type, Code) is
        (AddressFamily.InterNetwork, 3, 1) or (AddressFamily.InterNetworkV6, 1, 3);

    /// <summary>
    /// It says that the port is closed. A TCP stack answers a closed port with a reset, so to a SYN this always comes
    /// from a filter; to a UDP packet it is the host's own honest answer.
    /// </summary>
    public bool PortUnreachable => (Family, Type, Code) is
        (AddressFamily.InterNetwork, 3, 3) or (AddressFamily.InterNetworkV6, 1, 4);
}
