using System.Buffers;

namespace Weir.Http1;

/// <summary>
/// Keeps the bytes of one section, line by line. The section gets its own copy because pieces come from buffers
/// that are used again, because folds are put right in place, and because a line may span any number of pieces.
/// </summary>
internal sealed class LineBuffer(HeadLimits limits)
{
    // Holds an ordinary head; grown by doubling, so a long one is copied a few times at most.
    private const int FirstBytes = 1024;

    private byte[] _bytes = [];

    /// <summary>Bytes kept, which is also the position in the section.</summary>
    public int Length { get; private set; }

    /// <summary>Where the current line begins.</summary>
    public int LineStart { get; private set; }

    /// <summary>The bytes kept; valid until more is taken.</summary>
    public Span<byte> Bytes => _bytes.AsSpan(0, Length);

    /// <summary>The current line as far as it has arrived, its end included.</summary>
    public ReadOnlySpan<byte> Line => _bytes.AsSpan(LineStart, Length - LineStart);

    /// <summary>Takes bytes from <paramref name="piece"/> up to the next LF, but never beyond a limit.</summary>
    public LineStep Take(ref ReadOnlySpan<byte> piece)
    {
        var end = piece.IndexOf(Octets.LineFeed);
        var wanted = end < 0 ? piece.Length : end + 1;
        var room = Math.Min(limits.Bytes - Length, limits.LineBytes - (Length - LineStart));
        var taken = Math.Min(wanted, room);
        Append(piece[..taken]);
        piece = piece[taken..];
        if (taken == wanted)
        {
            return end < 0 ? LineStep.Partial : LineStep.Line;
        }

        return Length == limits.Bytes ? LineStep.TooLarge : LineStep.TooLong;
    }

    /// <summary>The next line begins behind what is kept.</summary>
    public void NextLine() => LineStart = Length;

    /// <summary>Forgets everything and gives the memory back, so that an idle connection holds none.</summary>
    public void Reset()
    {
        if (_bytes.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_bytes);
        }

        (_bytes, Length, LineStart) = ([], 0, 0);
    }

    private void Append(ReadOnlySpan<byte> piece)
    {
        if (_bytes.Length - Length < piece.Length)
        {
            Grow(Length + piece.Length);
        }

        piece.CopyTo(_bytes.AsSpan(Length));
        Length += piece.Length;
    }

    private void Grow(int needed)
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(needed, Math.Max(FirstBytes, _bytes.Length * 2)));
        Bytes.CopyTo(larger);
        if (_bytes.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_bytes);
        }

        _bytes = larger;
    }
}
