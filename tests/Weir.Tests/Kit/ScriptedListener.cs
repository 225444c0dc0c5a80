using System.Net;
using System.Net.Sockets;

namespace Weir.Tests.Kit;

/// <summary>A listener on loopback that plays one script with every connection, until it is disposed.</summary>
public sealed class ScriptedListener : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _loop;

    /// <summary>Listens at once; <paramref name="script"/> gets each connection and a token that ends it.</summary>
    public ScriptedListener(Func<NetworkStream, CancellationToken, Task> script)
    {
        _listener.Start();
        _loop = AcceptAsync(script);
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Reads what the peer says first, then writes bytes and closes.</summary>
    public static ScriptedListener Saying(byte[] bytes) => new(async (stream, stop) =>
    {
        _ = await stream.ReadAsync(new byte[64 * 1024], stop);
        await stream.WriteAsync(bytes, stop);
    });

    /// <summary>Takes connections and never says a word.</summary>
    public static ScriptedListener Hanging()
        => new((_, stop) => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, stop));

    public async Task<NetworkStream> ConnectAsync(CancellationToken stop)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPAddress.Loopback, Port, stop);
        return new(socket, ownsSocket: true);
    }

    public async ValueTask DisposeAsync()
    {
        // First the loop, then the listener: a listener that is gone must not be asked once more.
        await _stop.CancelAsync();
        await _loop;
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task AcceptAsync(Func<NetworkStream, CancellationToken, Task> script)
    {
        var playing = new List<Task>();
        try
        {
            while (true)
            {
                playing.Add(PlayAsync(script, await _listener.AcceptSocketAsync(_stop.Token)));
            }
        }
        catch (Exception error) when (error is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(playing);
        }
    }

    // The peer of a test may leave at any moment, and the test looks at the peer's side only.
    private async Task PlayAsync(Func<NetworkStream, CancellationToken, Task> script, Socket socket)
    {
        await using var stream = new NetworkStream(socket, ownsSocket: true);
        await script(stream, _stop.Token).ContinueWith(
            static _ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
    }
}
