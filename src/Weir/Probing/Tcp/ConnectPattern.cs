namespace Weir.Probing.Tcp;

/// <summary>What several attempts to connect to one endpoint look like together.</summary>
public enum ConnectPattern
{
    /// <summary>Every attempt connected at once.</summary>
    AllConnect,

    /// <summary>
    /// Some connect, and others only on a repeated SYN or not at all, without any error: an accept queue that is full,
    /// or packets that are lost. A filter that drops lets none through.
    /// </summary>
    SomeLate,

    /// <summary>
    /// Some connect and others meet an error: a server that comes and goes, or one of several is broken.
    /// </summary>
    SomeFail,

    /// <summary>None connects, and nothing ever answers: dropped, or nobody is there.</summary>
    NoneAnswer,

    /// <summary>None connects, and an error says so.</summary>
    NoneConnect,
}
