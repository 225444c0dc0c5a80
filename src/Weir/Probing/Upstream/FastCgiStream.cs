namespace Weir.Probing.Upstream;

/// <summary>
/// A connection that speaks FastCGI, seen as one that speaks HTTP/1.1: whatever is written, the prepared request goes
/// out in its place; what is read is the answer's standard output.
/// </summary>
/// <param name="inner">The connection; not closed here.</param>
/// <param name="request">The FastCGI request.</param>
internal sealed class FastCgiStream(Stream inner, byte[] request) : ForwardStream(inner)
{
    private const int Step = 16 * 1024;

    private readonly byte[] buffer = new byte[Step];
    private bool asked;

    /// <summary>What came.</summary>
    public FastCgiRecords Records { get; } = new();

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> output, CancellationToken cancellationToken = default)
    {
        while (Records.Ready.Length == 0)
        {
            var count = Records.Ended ? 0 : await Inner.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
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
            await Inner.WriteAsync(request, cancellationToken).ConfigureAwait(false);
        }
    }

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
