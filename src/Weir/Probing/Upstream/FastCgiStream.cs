namespace Weir.Probing.Upstream;

/// <summary>
/// A connection that speaks FastCGI, seen as one that speaks HTTP/1.1: whatever is written, the prepared request goes
/// out in its place; what is read is the answer's standard output.
/// </summary>
/// <param name="inner">The connection; not closed here.</param>
/// <param name="request">The FastCGI request.</param>
internal sealed class FastCgiStream(Stream inner, byte[] request) : Stream
{
    private const int Step = 16 * 1024;

    private readonly byte[] buffer = new byte[Step];
    private bool asked;

    /// <summary>What came.</summary>
    public FastCgiRecords Records { get; } = new();

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
    public override async ValueTask<int> ReadAsync(Memory<byte> output, CancellationToken cancellationToken = default)
    {
        while (Records.Ready.Length == 0)
        {
            var count = Records.Ended ? 0 : await inner.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
            if (count == 0)
            {
                return 0;
            }

            Records.Take(buffer.AsSpan(0, count));
        }

        return Take(output.Span);
    }

    /// <inheritdoc/>
    public override async ValueTask WriteAsync(
        ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken = default)
    {
        if (!asked)
        {
            asked = true;
            await inner.WriteAsync(request, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public override Task FlushAsync(CancellationToken cancellationToken) => inner.FlushAsync(cancellationToken);

    /// <inheritdoc/>
    public override void Flush() => inner.Flush();

    /// <inheritdoc/>
    public override int Read(byte[] output, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] bytes, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            Records.Dispose();
        }

        base.Dispose(disposing);
    }

    private int Take(Span<byte> output)
    {
        var ready = Records.Ready;
        var count = (int)Math.Min(output.Length, ready.Length);
        ready.GetBuffer().AsSpan(0, count).CopyTo(output);
        var rest = (int)ready.Length - count;
        ready.GetBuffer().AsSpan(count, rest).CopyTo(ready.GetBuffer());
        ready.SetLength(rest);
        ready.Position = rest;
        return count;
    }
}
