using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Weir.Tests.Probing.Http;

/// <summary>A real listener on loopback whose one answer is whatever a test writes into the socket.</summary>
internal sealed class RawServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _serving;

    private RawServer(Func<NetworkStream, CancellationToken, Task> play)
    {
        _listener.Start();
        _serving = ServeAsync(play);
    }

    public IPEndPoint EndPoint => (IPEndPoint)_listener.LocalEndpoint;

    /// <summary>Plays the script on every connection; the connection is closed in order behind it.</summary>
    public static RawServer Playing(Func<NetworkStream, CancellationToken, Task> play) => new(play);

    /// <summary>Reads the request, answers with these bytes, closes.</summary>
    public static RawServer Answering(string latin1) => Answering(Encoding.Latin1.GetBytes(latin1));

    public static RawServer Answering(byte[] bytes) => new(async (stream, stop) =>
    {
        await RequestAsync(stream, stop);
        await stream.WriteAsync(bytes, stop);
    });

    /// <summary>Reads the request, answers with these bytes and keeps the connection open.</summary>
    public static RawServer AnsweringOpen(string latin1) => new(async (stream, stop) =>
    {
        await RequestAsync(stream, stop);
        await stream.WriteAsync(Encoding.Latin1.GetBytes(latin1), stop);
        await UntilClosedAsync(stream, stop);
    });

    /// <summary>Reads a head and returns it.</summary>
    public static async Task<string> RequestAsync(Stream stream, CancellationToken stop)
    {
        var request = new StringBuilder();
        var buffer = new byte[4096];
        while (!request.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            var count = await stream.ReadAsync(buffer, stop);
            if (count == 0)
            {
                break;
            }

            request.Append(Encoding.Latin1.GetString(buffer, 0, count));
        }

        return request.ToString();
    }

    public static async Task UntilClosedAsync(Stream stream, CancellationToken stop)
    {
        var buffer = new byte[4096];
        while (await stream.ReadAsync(buffer, stop) > 0)
        {
        }
    }

    /// <summary>Ends the connection with RST.</summary>
    public static void Reset(NetworkStream stream)
    {
        stream.Socket.LingerState = new LingerOption(true, 0);
        stream.Socket.Close();
    }

    public async Task<NetworkStream> ConnectAsync(CancellationToken stop)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(EndPoint, stop);
        return new NetworkStream(socket, ownsSocket: true);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _serving;
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task ServeAsync(Func<NetworkStream, CancellationToken, Task> play)
    {
        try
        {
            while (true)
            {
                var socket = await _listener.AcceptSocketAsync(_stop.Token);
                await using var stream = new NetworkStream(socket, ownsSocket: true);
                await play(stream, _stop.Token);
            }
        }
        catch (Exception error) when (error is OperationCanceledException or IOException or ObjectDisposedException
            or SocketException)
        {
            // The test is over, or the client under test went away: both end this server.
        }
    }
}
