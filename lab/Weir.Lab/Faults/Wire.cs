using System.Net.Security;
using System.Net.Sockets;

namespace Weir.Lab.Faults;

/// <summary>One accepted connection: the only place that touches its socket.</summary>
internal sealed class Wire(Socket socket, ConnectionRecord record, TimeProvider clock) : IDisposable
{
    private Stream _stream = new NetworkStream(socket, ownsSocket: false);

    public TimeProvider Clock => clock;

    public ConnectionRecord Record => record;

    /// <summary>The request that is being answered; null before the first.</summary>
    public ReceivedRequest? Request { get; set; }

    public bool IsOver => record.IsOver;

    public async Task StartTlsAsync(TlsSettings settings, CancellationToken stop)
    {
        var tls = new SslStream(_stream, leaveInnerStreamOpen: true);
        _stream = tls;
        await tls.AuthenticateAsServerAsync(settings.ToOptions(), stop);
    }

    /// <summary>Reads what there is; 0 at the end, which is then recorded as the peer's.</summary>
    public async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken stop)
    {
        var count = await _stream.ReadAsync(buffer, stop);
        if (count == 0)
            record.Finish(ConnectionEnd.ClosedByPeer);
        else
            record.Received(buffer.Span[..count]);
        return count;
    }

    public async ValueTask ReadExactlyAsync(Memory<byte> buffer, CancellationToken stop)
    {
        await _stream.ReadExactlyAsync(buffer, stop);
        record.Received(buffer.Span);
    }

    public ValueTask SendAsync(ReadOnlyMemory<byte> bytes, CancellationToken stop) => _stream.WriteAsync(bytes, stop);

    /// <summary>Reads and drops until the peer goes; closes when <paramref name="limit"/> is over.</summary>
    public async ValueTask DrainAsync(TimeSpan limit, CancellationToken stop)
    {
        if (!await TryDrainAsync(limit, stop))
            Close(ConnectionEnd.Closed);
    }

    /// <summary>Closes at once. The kernel sends a FIN, or a RST where bytes of the peer are unread.</summary>
    public void Close(ConnectionEnd end)
    {
        record.Finish(end);
        socket.Dispose();
    }

    /// <summary>Closes so that the peer sees an end and not a reset: says so, then reads what still comes.</summary>
    public async ValueTask CloseGentlyAsync(CancellationToken stop, ConnectionEnd end = ConnectionEnd.Closed)
    {
        if (_stream is SslStream { IsAuthenticated: true } tls)
            await tls.ShutdownAsync();
        socket.Shutdown(SocketShutdown.Send);
        record.Finish(end);
        await TryDrainAsync(FaultLimits.Linger, stop);
        socket.Dispose();
    }

    public void Reset()
    {
        record.Finish(ConnectionEnd.Reset);
        socket.LingerState = new LingerOption(enable: true, seconds: 0);
        socket.Dispose();
    }

    public void Dispose()
    {
        record.Finish(ConnectionEnd.Closed);
        _stream.Dispose();
        socket.Dispose();
    }

    // True when the peer went, false when the limit was over.
    private async ValueTask<bool> TryDrainAsync(TimeSpan limit, CancellationToken stop)
    {
        using var timer = new CancellationTokenSource(limit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, stop);
        var buffer = new byte[4096];
        try
        {
            while (await ReadAsync(buffer, either.Token) > 0)
            {
            }

            return true;
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return false;
        }
    }
}
