namespace Weir.Lab.Faults;

/// <summary>
/// Reads requests off a connection, pipelined ones included. As tolerant as can be: it records, it does not judge.
/// </summary>
internal sealed class RequestReader(Wire wire)
{
    private static ReadOnlySpan<byte> HeadEnd => "\r\n\r\n"u8;

    private byte[] _buffer = new byte[4096];
    private int _start;
    private int _end;

    private Memory<byte> Unread => _buffer.AsMemory(_start, _end - _start);

    /// <summary>Waits for the first byte of a request; false at the peer's end.</summary>
    public async ValueTask<bool> WaitAsync(CancellationToken stop)
        => _end > _start || await FillAsync(stop) > 0;

    /// <summary>The next head with its empty line.</summary>
    /// <exception cref="InvalidDataException">It is larger than <see cref="FaultLimits.HeadBytes"/>.</exception>
    public ValueTask<byte[]> ReadHeadAsync(CancellationToken stop) => ReadThroughAsync(HeadEnd.ToArray(), stop);

    /// <summary>The next line with its end.</summary>
    /// <exception cref="InvalidDataException">It is larger than <see cref="FaultLimits.HeadBytes"/>.</exception>
    public ValueTask<byte[]> ReadLineAsync(CancellationToken stop) => ReadThroughAsync("\r\n"u8.ToArray(), stop);

    /// <summary>Moves the next <paramref name="count"/> bytes to <paramref name="keep"/>.</summary>
    public async ValueTask ReadAsync(long count, Action<ReadOnlyMemory<byte>> keep, CancellationToken stop)
    {
        while (count > 0)
        {
            if (!await WaitAsync(stop))
                throw new EndOfStreamException("The peer closed within a request body.");
            var part = Unread[..(int)Math.Min(count, Unread.Length)];
            keep(part);
            _start += part.Length;
            count -= part.Length;
        }
    }

    private async ValueTask<byte[]> ReadThroughAsync(byte[] mark, CancellationToken stop)
    {
        var searched = 0;
        while (true)
        {
            var found = Unread.Span[searched..].IndexOf(mark);
            if (found >= 0)
            {
                var taken = Unread[..(searched + found + mark.Length)].ToArray();
                _start += taken.Length;
                return taken;
            }

            searched = Math.Max(0, Unread.Length - mark.Length + 1);
            if (Unread.Length > FaultLimits.HeadBytes)
                throw new InvalidDataException($"A head of more than {FaultLimits.HeadBytes} bytes.");
            if (await FillAsync(stop) == 0)
                throw new EndOfStreamException("The peer closed within a request head.");
        }
    }

    private async ValueTask<int> FillAsync(CancellationToken stop)
    {
        if (_start > 0)
        {
            Unread.CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }

        if (_end == _buffer.Length)
            Array.Resize(ref _buffer, 2 * _buffer.Length);
        var count = await wire.ReadAsync(_buffer.AsMemory(_end), stop);
        _end += count;
        return count;
    }
}
