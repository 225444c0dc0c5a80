namespace Weir.Probing.Http;

/// <summary>Passes bytes on and notes how many came, the first of them, and how the connection ended.</summary>
/// <param name="inner">The stream watched; disposed with this one.</param>
/// <param name="onReceived">Told of bytes as they come.</param>
internal sealed class WatchedStream(Stream inner, Action<ReadOnlyMemory<byte>> onReceived) : ForwardStream(inner)
{
    // As for HTTP/1: enough for a stranger's name.
    private const int MaxFirstBytes = 256;

    /// <summary>The first bytes received, and the count of all.</summary>
    public ByteKeeper Received { get; } = new(MaxFirstBytes);

    /// <summary>How the connection ended; open while it did not.</summary>
    public WireRead End { get; private set; }

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            var count = await Inner.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
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
            await Inner.WriteAsync(buffer, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (WireError.IsExpected(error))
        {
            Note(WireError.Of(error));
            throw;
        }
    }

    // Of a reset the system tells the reader or the writer, and the other then sees a consequence only.
    private void Note(WireRead end) => End = End.End == ConnectionEnd.Open ? end : End;

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            Inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
