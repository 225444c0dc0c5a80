using System.Diagnostics;

namespace Weir.Http1;

/// <summary>
/// The head of an answer (RFC 9112 section 4). Bare LF, folds, a space before a colon and stray control bytes are
/// put right and reported; what two readers could understand in two ways is refused.
/// </summary>
public sealed class ResponseHead : MessageSection
{
    private const int StatusEnd = 12;

    private int _reasonStart;
    private int _reasonLength;

    /// <summary>A reader of answers' heads.</summary>
    /// <param name="limits">How much is accepted.</param>
    public ResponseHead(HeadLimits limits)
        : base(limits, strict: false)
    {
    }

    /// <summary>The version; meaningful when complete.</summary>
    public ProtocolVersion Version { get; private set; }

    /// <summary>The status code, 100 to 999; 0 until the status line was read.</summary>
    public int Code { get; private set; }

    /// <summary>The reason phrase, possibly empty; valid until the next reset.</summary>
    public ReadOnlySpan<byte> Reason => Bytes.Slice(_reasonStart, _reasonLength);

    /// <summary>Whether another head follows for the same request (RFC 9110 section 15.2).</summary>
    public bool IsInterim => Code is >= 100 and < 200;

    /// <summary>Whether the peer will take another request on this connection (RFC 9112 section 9.3).</summary>
    public bool KeepsConnection => Persistence.Of(Version, Fields);

    private protected override bool AcceptStart(ReadOnlySpan<byte> line, int start)
    {
        for (var index = 0; index < Math.Min(line.Length, StatusEnd); index++)
        {
            if (StatusLine.ProblemAt(index, line[index]) is { } problem)
            {
                return Refuse(problem, start + index);
            }
        }

        return true;
    }

    private protected override bool ReadStart(ReadOnlySpan<byte> line, int start)
    {
        // Shorter lines were refused at the byte where their end stood.
        Debug.Assert(line.Length >= StatusEnd);
        Version = line[7] == '0' ? ProtocolVersion.Http10 : ProtocolVersion.Http11;
        Code = ((line[9] - '0') * 100) + ((line[10] - '0') * 10) + (line[11] - '0');
        if (Code > 599)
        {
            Ugly |= Ugliness.StatusOutOfRange;
        }

        if (line.Length == StatusEnd)
        {
            Ugly |= Ugliness.NoSpaceAfterStatus;
            return true;
        }

        return ReadReason(line, start);
    }

    private protected override void Forget()
        => (Version, Code, _reasonStart, _reasonLength) = (ProtocolVersion.Http10, 0, 0, 0);

    private bool ReadReason(ReadOnlySpan<byte> line, int start)
    {
        if (line[StatusEnd] != Octets.Space)
        {
            return Refuse(HeadProblem.BadStatusLine, start + StatusEnd);
        }

        var reason = line[(StatusEnd + 1)..];
        var control = reason.IndexOfAny(Octets.Control);
        if (control >= 0)
        {
            var problem = reason[control] == Octets.CarriageReturn
                ? HeadProblem.BareCarriageReturn
                : HeadProblem.ControlByte;
            return Refuse(problem, start + StatusEnd + 1 + control);
        }

        (_reasonStart, _reasonLength) = (start + StatusEnd + 1, reason.Length);
        return true;
    }
}
