namespace Weir.Probing.Tcp;

/// <summary>What a path trace sends.</summary>
public enum TraceMethod
{
    /// <summary>
    /// UDP packets to ports where nothing lives, as the classic traceroute: gentle, but often filtered.
    /// </summary>
    Udp,

    /// <summary>SYNs to the port in question: they take the way that the failing traffic takes.</summary>
    Tcp,
}
