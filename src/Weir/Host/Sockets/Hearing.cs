namespace Weir.Host.Sockets;

/// <summary>Whether listeners of this machine take a connection to an endpoint.</summary>
public enum Hearing
{
    /// <summary>None listens on the port in a way that fits the address.</summary>
    No,

    /// <summary>
    /// Only one on <c>[::]</c>, and the endpoint is IPv4: it fits unless the socket was made for IPv6 only.
    /// </summary>
    Perhaps,

    /// <summary>One listens on this very address, or on every address.</summary>
    Yes,
}
