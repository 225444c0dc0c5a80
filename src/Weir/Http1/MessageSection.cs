using System.Buffers;

namespace Weir.Http1;

/// <summary>
/// A start line, where there is one, and field lines up to the empty line, read from pieces of any size. The result
/// never depends on how the bytes were cut. One object reads many messages, one after the other.
/// </summary>
public abstract class MessageSection
{
    private readonly LineBuffer _lines;
    private readonly HeadLimits _limits;
    private readonly bool _strict;
    private bool _startRead;

    private protected MessageSection(HeadLimits limits, bool strict)
    {
        ArgumentNullException.ThrowIfNull(limits);
        _limits = limits;
        _strict = strict;
        _lines = new LineBuffer(limits);
        Fields = new FieldTable(_lines);
    }

    /// <summary>How far the reading has come.</summary>
    public HeadStatus Status { get; private set; }

    /// <summary>Why it was refused; null unless it was.</summary>
    public HeadProblem? Problem { get; private set; }

    /// <summary>Where the problem lies, in bytes from the start of the section; 0 without one.</summary>
    public int ProblemAt { get; private set; }

    /// <summary>What was put right.</summary>
    public Ugliness Ugly { get; private protected set; }

    /// <summary>
    /// Bytes taken so far; when complete, the size of the section with its empty line. After a refusal it says nothing.
    /// </summary>
    public int Length => _lines.Length;

    /// <summary>The fields read so far.</summary>
    public FieldTable Fields { get; }

    private protected ReadOnlySpan<byte> Bytes => _lines.Bytes;

    /// <summary>Reads on. Never throws for what the bytes are.</summary>
    /// <param name="piece">The bytes that follow those taken before.</param>
    /// <param name="consumed">How many of them belong to this section; the rest is body or the next message.</param>
    public HeadStatus Feed(ReadOnlySpan<byte> piece, out int consumed)
    {
        var rest = piece;
        while (Status == HeadStatus.Partial && !rest.IsEmpty)
        {
            var step = _lines.Take(ref rest);
            if (step == LineStep.Line)
            {
                AcceptLine();
            }
            else if (_startRead || AcceptStartSoFar())
            {
                AcceptNoLine(step);
            }
        }

        consumed = piece.Length - rest.Length;
        return Status;
    }

    /// <summary>Reads on in a sequence; <paramref name="consumed"/> is the position behind what was taken.</summary>
    public HeadStatus Feed(in ReadOnlySequence<byte> pieces, out SequencePosition consumed)
    {
        long taken = 0;
        foreach (var piece in pieces)
        {
            Feed(piece.Span, out var count);
            taken += count;
            if (Status != HeadStatus.Partial)
            {
                break;
            }
        }

        consumed = pieces.GetPosition(taken);
        return Status;
    }

    /// <summary>Forgets this message and gives its memory back; slices handed out before are void.</summary>
    public void Reset()
    {
        _lines.Reset();
        Fields.Reset();
        (Status, Problem, ProblemAt, Ugly, _startRead) = (HeadStatus.Partial, null, 0, Ugliness.None, false);
        Forget();
    }

    /// <summary>Judges the part of the start line that is there: a stranger is known before a line ends.</summary>
    private protected abstract bool AcceptStart(ReadOnlySpan<byte> line, int start);

    /// <summary>Reads the whole start line, given without its end; false where it was refused.</summary>
    private protected abstract bool ReadStart(ReadOnlySpan<byte> line, int start);

    /// <summary>Whether an empty line may come before the start line.</summary>
    private protected virtual bool SkipsEmptyLine(int start) => false;

    /// <summary>Checks what can only be judged when all fields are there; false where it was refused.</summary>
    private protected virtual bool AcceptWhole() => true;

    private protected virtual void Forget()
    {
    }

    private protected bool Refuse(HeadProblem problem, int position)
    {
        (Status, Problem, ProblemAt) = (HeadStatus.Refused, problem, position);
        return false;
    }

    private protected void SkipStart() => _startRead = true;

    private bool AcceptStartSoFar() => AcceptStart(_lines.Line, _lines.LineStart);

    private void AcceptNoLine(LineStep step)
    {
        if (step != LineStep.Partial)
        {
            Refuse(step == LineStep.TooLong ? HeadProblem.LineTooLong : HeadProblem.TooLarge, _lines.Length);
        }
    }

    private void AcceptLine()
    {
        var (start, end) = (_lines.LineStart, _lines.Length - 1);
        if (!_startRead && !AcceptStartSoFar())
        {
            return;
        }

        if (end > start && Bytes[end - 1] == Octets.CarriageReturn)
        {
            end--;
        }
        else if (_strict)
        {
            Refuse(HeadProblem.BareLineFeed, end);
            return;
        }
        else
        {
            Ugly |= Ugliness.BareLineFeed;
        }

        AcceptContent(start, end);
        _lines.NextLine();
    }

    private void AcceptContent(int start, int end)
    {
        if (!_startRead)
        {
            _startRead = (start != end || !SkipsEmptyLine(start)) && ReadStart(Bytes[start..end], start);
        }
        else if (start != end)
        {
            AcceptField(start, end);
        }
        else if (AcceptWhole())
        {
            Status = HeadStatus.Complete;
        }
    }

    private void AcceptField(int start, int end)
    {
        var reader = new FieldLine(_lines.Bytes, Fields, _limits.Fields, _strict);
        if (reader.Read(start, end) is { } problem)
        {
            Refuse(problem, reader.ProblemAt);
        }

        Ugly |= reader.Ugly;
    }
}
