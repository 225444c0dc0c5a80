namespace Weir.Probing.Tcp;

/// <summary>The call that an attempt to connect ended in.</summary>
public enum ConnectStep
{
    /// <summary>Opening the socket: a failure here is about descriptors, or the address family.</summary>
    Open,

    /// <summary>Binding it to the source address that was asked for.</summary>
    Bind,

    /// <summary>Connecting, the only step in which a packet leaves.</summary>
    Connect,
}
