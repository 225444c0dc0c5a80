namespace Weir.Http1;

/// <summary>
/// Decodes the chunked coding (RFC 9112 section 7.1) from pieces of any size. Data are slices of the input, nothing is
/// copied; of extensions nothing is kept.
/// </summary>
public sealed class ChunkedDecoder
{
    // 15 hexadecimal digits cannot overflow 63 bits, and leading zeros are bounded with them.
    private const int MaxSizeDigits = 15;

    // For all chunks together, in bytes: nobody uses extensions, so more is an attempt to make us read for nothing.
    private const int MaxExtensionBytes = 16 * 1024;

    private readonly bool _strict;
    private readonly TrailerSection _trailers;
    private State _state;
    private ChunkStatus _status;
    private int _digits;
    private int _extensionBytes;
    private long _left;
    private Ugliness _ugly;

    /// <summary>A decoder.</summary>
    /// <param name="trailerLimits">How much of the trailers is accepted.</param>
    /// <param name="strict">True in requests: what is merely ugly is refused too.</param>
    public ChunkedDecoder(HeadLimits trailerLimits, bool strict)
    {
        _strict = strict;
        _trailers = new TrailerSection(trailerLimits, strict);
    }

    private enum State
    {
        Size,
        Padding,
        Extension,
        SizeLineFeed,
        Data,
        DataEnd,
        DataLineFeed,
        Trailers,
    }

    /// <summary>Why it was refused; null unless it was.</summary>
    public ChunkProblem? Problem { get; private set; }

    /// <summary>Where the problem lies, in bytes from the start of the coded body; 0 without one.</summary>
    public long ProblemAt { get; private set; }

    /// <summary>Coded bytes consumed so far.</summary>
    public long Position { get; private set; }

    /// <summary>Decoded bytes so far.</summary>
    public long DataLength { get; private set; }

    /// <summary>What was put right.</summary>
    public Ugliness Ugly => _ugly | _trailers.Ugly;

    /// <summary>The trailers; whole when complete.</summary>
    public FieldTable Trailers => _trailers.Fields;

    /// <summary>
    /// Reads on. Call again with what was not consumed while the answer is <see cref="ChunkStatus.Data"/>. Never throws
    /// for what the bytes are.
    /// </summary>
    /// <param name="input">The bytes that follow those consumed before.</param>
    /// <param name="consumed">How many were consumed; at least one unless complete, refused or without input.</param>
    /// <param name="data">The slice of the body that was found; empty otherwise.</param>
    public ChunkStatus Read(ReadOnlySpan<byte> input, out int consumed, out ReadOnlySpan<byte> data)
    {
        consumed = 0;
        data = default;
        while (_status == ChunkStatus.Partial && consumed < input.Length)
        {
            if (_state == State.Data)
            {
                data = TakeData(input[consumed..]);
                consumed += data.Length;
                return ChunkStatus.Data;
            }

            consumed += _state == State.Trailers ? TakeTrailers(input[consumed..]) : TakeByte(input[consumed]);
        }

        return _status;
    }

    /// <summary>Begins a new body; slices of the trailers handed out before are void.</summary>
    public void Reset()
    {
        _trailers.Reset();
        (_state, _status, _digits, _extensionBytes, _left, _ugly) = (State.Size, ChunkStatus.Partial, 0, 0, 0, default);
        (Problem, ProblemAt, Position, DataLength) = (null, 0, 0, 0);
    }

    private ReadOnlySpan<byte> TakeData(ReadOnlySpan<byte> input)
    {
        var data = input[..(int)Math.Min(input.Length, _left)];
        _left -= data.Length;
        Position += data.Length;
        DataLength += data.Length;
        if (_left == 0)
        {
            _state = State.DataEnd;
        }

        return data;
    }

    private int TakeTrailers(ReadOnlySpan<byte> input)
    {
        var before = Position - _trailers.Length;
        var status = _trailers.Feed(input, out var consumed);
        Position += consumed;
        if (status == HeadStatus.Complete)
        {
            _status = ChunkStatus.Complete;
        }
        else if (status == HeadStatus.Refused)
        {
            var tooLarge = _trailers.Problem
                is HeadProblem.TooLarge or HeadProblem.LineTooLong or HeadProblem.TooManyFields;
            Refuse(tooLarge ? ChunkProblem.TrailersTooLarge : ChunkProblem.BadTrailer, before + _trailers.ProblemAt);
        }

        return consumed;
    }

    private int TakeByte(byte value)
    {
        _state = _state switch
        {
            State.Size => AfterSize(value),
            State.Padding => AfterPadding(value),
            State.Extension => AfterExtension(value),
            State.SizeLineFeed => value == Octets.LineFeed ? AfterSizeLine() : Refuse(ChunkProblem.BadSize),
            State.DataEnd => AfterData(value),
            State.DataLineFeed => value == Octets.LineFeed ? State.Size : Refuse(ChunkProblem.MissingDataEnd),
            State.Data or State.Trailers => _state,
        };
        Position++;
        return 1;
    }

    private State AfterSize(byte value)
    {
        if (char.IsAsciiHexDigit((char)value))
        {
            if (_digits == MaxSizeDigits)
            {
                return Refuse(ChunkProblem.SizeTooLarge);
            }

            _digits++;
            _left = (_left << 4) | (uint)HexValue(value);
            return State.Size;
        }

        return _digits == 0 ? Refuse(ChunkProblem.BadSize) : AfterPadding(value);
    }

    private static int HexValue(byte digit) => digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10;

    // White space may stand before an extension; before the end of the line it is wrong but harmless.
    private State AfterPadding(byte value)
    {
        switch (value)
        {
            case Octets.Space or Octets.Tab:
                return CountExtension(State.Padding);
            case (byte)';':
                return CountExtension(State.Extension);
            case Octets.CarriageReturn or Octets.LineFeed when _state == State.Padding && _strict:
                return Refuse(ChunkProblem.BadSize);
            case Octets.CarriageReturn or Octets.LineFeed:
                _ugly |= _state == State.Padding ? Ugliness.PaddedChunkSize : Ugliness.None;
                return AfterExtension(value);
            default:
                return Refuse(ChunkProblem.BadSize);
        }
    }

    private State AfterExtension(byte value) => value switch
    {
        Octets.CarriageReturn => State.SizeLineFeed,
        Octets.LineFeed => AcceptBareLineFeed() ? AfterSizeLine() : _state,
        Octets.Tab => CountExtension(State.Extension),
        < Octets.Space or Octets.Delete => Refuse(ChunkProblem.BadExtension),
        _ => CountExtension(State.Extension),
    };

    private State CountExtension(State next)
        => ++_extensionBytes > MaxExtensionBytes ? Refuse(ChunkProblem.ExtensionsTooLarge) : next;

    private State AfterSizeLine()
    {
        _digits = 0;
        return _left == 0 ? State.Trailers : State.Data;
    }

    private State AfterData(byte value) => value switch
    {
        Octets.CarriageReturn => State.DataLineFeed,
        Octets.LineFeed => AcceptBareLineFeed() ? State.Size : _state,
        _ => Refuse(ChunkProblem.MissingDataEnd),
    };

    private bool AcceptBareLineFeed()
    {
        if (_strict)
        {
            Refuse(ChunkProblem.BareLineFeed);
            return false;
        }

        _ugly |= Ugliness.BareLineFeed;
        return true;
    }

    private State Refuse(ChunkProblem problem)
    {
        Refuse(problem, Position);
        return _state;
    }

    private void Refuse(ChunkProblem problem, long position)
        => (_status, Problem, ProblemAt) = (ChunkStatus.Refused, problem, position);
}
