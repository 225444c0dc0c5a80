namespace Weir.Lab.Faults;

/// <summary>What the port itself does with a connection, before any reply has a say.</summary>
public enum Door
{
    /// <summary>Listens and accepts.</summary>
    Open,

    /// <summary>
    /// Listens, never accepts, and its queue is full: a TCP connect stays without an answer, a connect to a unix
    /// socket gets EAGAIN.
    /// </summary>
    NeverAccept,

    /// <summary>
    /// Bound and not listening: a connect is refused, and the kernel gives the port to nobody who asks for any.
    /// </summary>
    Refuse,
}
