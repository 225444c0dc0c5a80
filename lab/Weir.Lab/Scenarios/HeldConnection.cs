using System.Net;
using System.Net.Sockets;
using Weir.Lab.Worlds;

namespace Weir.Lab.Scenarios;

/// <summary>A connection that is opened from a host and held until the end, and on which nothing is said.</summary>
public sealed class HeldConnection : IAsyncDisposable
{
    private readonly Socket socket;

    private HeldConnection(Socket socket) => this.socket = socket;

    /// <summary>Begins to connect; whether it is accepted is not waited for.</summary>
    public static HeldConnection Open(NetworkHost host, IPAddress address, int port)
    {
        ArgumentNullException.ThrowIfNull(host);
        ArgumentNullException.ThrowIfNull(address);
        return host.Inside(() =>
        {
            var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { Blocking = false };
            try
            {
                socket.Connect(new IPEndPoint(address, port));
            }
            catch (SocketException inProgress) when (inProgress.SocketErrorCode == SocketError.WouldBlock)
            {
                return new HeldConnection(socket); // the kernel goes on connecting
            }

            return new HeldConnection(socket);
        });
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        socket.Dispose();
        return ValueTask.CompletedTask;
    }
}
