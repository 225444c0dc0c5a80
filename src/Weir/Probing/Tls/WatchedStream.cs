using System.Net.Sockets;

namespace Weir.Probing.Tls;

/// <summary>
/// The transport under a handshake, with its ending noted: the platform folds a close, a reset and a bad record into
/// one exception. After <see cref="StopWatching"/> it only passes on.
/// </summary>
internal sealed class WatchedStream(Stream transport) : Stream
{
    private bool _watching = true;
    private int _received;

    public RecordWatch Records { get; } = new();

    /// <summary>The peer's end of the stream was reached in the handshake.</summary>
    public bool Closed { get; private set; }

    /// <summary>The peer reset the connection in the handshake.</summary>
    public bool Reset { get; private set; }

    public override bool CanRead => true;

    public override bool CanWrite => true;

    public override bool CanSeek => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public void StopWatching() => _watching = false;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            var count = await transport.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
            Note(buffer.Span[..count]);
            return count;
        }
        catch (IOException error) when (Noted(error))
        {
            throw;
        }
    }

    public override async ValueTask WriteAsync(
        ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            await transport.WriteAsync(buffer, cancellationToken).ConfigureAwait(false);
        }
        catch (IOException error) when (Noted(error))
        {
            throw;
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        => WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count)
    {
        var received = transport.Read(buffer, offset, count);
        Note(buffer.AsSpan(offset, received));
        return received;
    }

    public override void Write(byte[] buffer, int offset, int count) => transport.Write(buffer, offset, count);

    public override void Flush() => transport.Flush();

    public override Task FlushAsync(CancellationToken cancellationToken) => transport.FlushAsync(cancellationToken);

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override async ValueTask DisposeAsync()
    {
        await transport.DisposeAsync().ConfigureAwait(false);
        await base.DisposeAsync().ConfigureAwait(false);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            transport.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Note(ReadOnlySpan<byte> bytes)
    {
        if (!_watching)
        {
            return;
        }

        Closed |= bytes.IsEmpty;
        Records.Observe(bytes);
        _received += bytes.Length;
        if (_received > TlsLimits.HandshakeBytes)
        {
            throw new IOException($"The peer sent more than {TlsLimits.HandshakeBytes} bytes in one handshake.");
        }
    }

    private bool Noted(IOException error)
    {
        Reset |= _watching && error.InnerException is SocketException
        {
            SocketErrorCode: SocketError.ConnectionReset or SocketError.ConnectionAborted or SocketError.Shutdown,
        };
        return true;
    }
}
