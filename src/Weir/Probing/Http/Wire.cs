namespace Weir.Probing.Http;

/// <summary>
/// A stream whose reads and writes end in time and never throw for what the peer does; only the caller's own
/// cancellation comes through as an exception.
/// </summary>
internal sealed class Wire : IDisposable
{
    private readonly Stream _stream;
    private readonly TimeProvider _clock;
    private readonly TimeSpan _total;
    private readonly CancellationToken _stop;
    private readonly long _start;
    private CancellationTokenSource _limit;
    private CancellationTokenRegistration _stopped;

    public Wire(Stream stream, TimeSpan total, TimeProvider clock, CancellationToken stop)
    {
        (_stream, _total, _clock, _stop) = (stream, total, clock, stop);
        _start = clock.GetTimestamp();
        (_limit, _stopped) = NewLimit();
    }

    /// <summary>Time since the wire was taken in hand.</summary>
    public TimeSpan Elapsed => _clock.GetElapsedTime(_start);

    /// <summary>Whether the time for the whole exchange is over.</summary>
    public bool IsOutOfTime => Elapsed >= _total;

    /// <summary>Reads what is there, waiting no longer than <paramref name="patience"/>.</summary>
    public Task<WireRead> ReadAsync(Memory<byte> buffer, TimeSpan patience) => WithinAsync(patience, async limit =>
    {
        var count = await _stream.ReadAsync(buffer, limit).ConfigureAwait(false);
        return new WireRead(count, count == 0 ? ConnectionEnd.PeerClosed : ConnectionEnd.Open);
    });

    /// <summary>Writes everything, waiting no longer than <paramref name="patience"/>.</summary>
    public Task<WireRead> WriteAsync(ReadOnlyMemory<byte> bytes, TimeSpan patience)
        => WithinAsync(patience, async limit =>
        {
            await _stream.WriteAsync(bytes, limit).ConfigureAwait(false);
            await _stream.FlushAsync(limit).ConfigureAwait(false);
            return new WireRead(0, ConnectionEnd.Open);
        });

    /// <inheritdoc/>
    public void Dispose()
    {
        _stopped.Dispose();
        _limit.Dispose();
    }

    private async Task<WireRead> WithinAsync(TimeSpan patience, Func<CancellationToken, Task<WireRead>> step)
    {
        var left = TimeSpan.FromTicks(Math.Min(patience.Ticks, (_total - Elapsed).Ticks));
        if (left <= TimeSpan.Zero)
        {
            return new WireRead(0, ConnectionEnd.TimedOut);
        }

        _stop.ThrowIfCancellationRequested();
        _limit.CancelAfter(left);
        try
        {
            return await step(_limit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            _stop.ThrowIfCancellationRequested();
            return new WireRead(0, ConnectionEnd.TimedOut);
        }
        catch (Exception error) when (WireError.IsExpected(error))
        {
            return WireError.Of(error);
        }
        finally
        {
            Renew();
        }
    }

    // A source whose time has come cannot be used again.
    private void Renew()
    {
        if (!_limit.TryReset())
        {
            Dispose();
            (_limit, _stopped) = NewLimit();
        }
    }

    private (CancellationTokenSource Limit, CancellationTokenRegistration Stopped) NewLimit()
    {
        var limit = new CancellationTokenSource(Timeout.InfiniteTimeSpan, _clock);
        return (limit, _stop.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), limit));
    }
}
