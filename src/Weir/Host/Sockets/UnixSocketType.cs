namespace Weir.Host.Sockets;

/// <summary>The type of a Unix socket, unix(7), with the kernel's numbers.</summary>
public enum UnixSocketType
{
    /// <summary>A byte stream: what HTTP, FastCGI and uWSGI use.</summary>
    Stream = 1,

    /// <summary>Messages: syslog.</summary>
    Datagram = 2,

    /// <summary>Messages over a connection.</summary>
    Packets = 5,
}
