namespace Weir.Probing.Http;

/// <summary>Passes bytes on and notes how many came, the first of them, and how the connection ended.</summary>
/// <param name="inner">The stream watched; disposed with this one.</param>
/// <param name="onReceived">Told of bytes as they come.</param>
internal sealed class WatchedStream(Stream inner, Action<ReadOnlyMemory<byte>> onReceived) : Stream
{
    // As for HTTP/1: enough for a stranger's name.
    private const int MaxFirstBytes = 256;

    /// <summary>The first bytes received, and the count of all.</summary>
    public ByteKeeper Received { get; } = new(MaxFirstBytes);

    /// <summary>How the connection ended; open while it did not.</summary>
    public WireRead End { get; private set; }

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => true;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            var count = await inner.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
            Received.Add(buffer.Span[..count]);
            onReceived(buffer[..count]);

            // The platform waits for data with an empty read, which says nothing about the end.
            if (count == 0 && !buffer.IsEmpty)
            {
                Note(new WireRead(0, ConnectionEnd.PeerClosed));
            }

            return count;
        }
        catch (Exception error) when (WireError.IsExpected(error))
        {
            Note(WireError.Of(error));
            throw;
        }
    }

    /// <inheritdoc/>
    public override async ValueTask WriteAsync(
        ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            await inner.WriteAsync(buffer, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (WireError.IsExpected(error))
        {
            Note(WireError.Of(error));
            throw;
        }
    }

    /// <inheritdoc/>
    public override Task FlushAsync(CancellationToken cancellationToken) => inner.FlushAsync(cancellationToken);

    /// <inheritdoc/>
    public override void Flush() => inner.Flush();

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    // Of a reset the system tells the reader or the writer, and the other then sees a consequence only.
    private void Note(WireRead end) => End = End.End == ConnectionEnd.Open ? end : End;

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
