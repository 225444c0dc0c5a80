using System.Net;
using System.Net.Sockets;

namespace Weir.Lab.Gateways;

/// <summary>Ports on loopback for programs that cannot choose one themselves.</summary>
public static class LoopbackPort
{
    /// <summary>
    /// A port that was free a moment ago. Another program may take it before it is used, which then fails to start.
    /// </summary>
    public static int Free()
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }
}
