namespace Weir.Http1;

/// <summary>
/// The head of a request (RFC 9112 section 3), read strictly: bare LF, folds, control bytes, a space before a colon
/// and a missing, repeated or bad Host are refused, because another server behind may read them otherwise.
/// </summary>
public sealed class RequestHead : MessageSection
{
    // The longest registered method (UPDATEREDIRECTREF) has 17 letters.
    private const int MaxMethodBytes = 32;

    private int _methodStart;
    private int _methodLength;
    private int _targetLength;

    /// <summary>A reader of requests' heads.</summary>
    /// <param name="limits">How much is accepted.</param>
    public RequestHead(HeadLimits limits)
        : base(limits, strict: true)
    {
    }

    /// <summary>The method, case kept; valid until the next reset.</summary>
    public ReadOnlySpan<byte> Method => Bytes.Slice(_methodStart, _methodLength);

    /// <summary>The target as it was sent; valid until the next reset.</summary>
    public ReadOnlySpan<byte> Target => Bytes.Slice(TargetStart, _targetLength);

    /// <summary>The form of the target; meaningful when complete.</summary>
    public TargetForm Form { get; private set; }

    /// <summary>The version; meaningful when complete.</summary>
    public ProtocolVersion Version { get; private set; }

    /// <summary>Whether the client wants to send another request on this connection (RFC 9112 section 9.3).</summary>
    public bool KeepsConnection => Persistence.Of(Version, Fields);

    private int TargetStart => _targetLength == 0 ? 0 : _methodStart + _methodLength + 1;

    private protected override bool AcceptStart(ReadOnlySpan<byte> line, int start)
    {
        // An end of line that may be the empty line before a request is not judged here.
        if (start == 0 && line is [Octets.CarriageReturn] or [Octets.CarriageReturn, Octets.LineFeed])
        {
            return true;
        }

        var end = line.IndexOfAnyExcept(Octets.Token);
        var length = end < 0 ? line.Length : end;
        if (length > MaxMethodBytes)
        {
            return Refuse(HeadProblem.BadMethod, start + MaxMethodBytes);
        }

        return end < 0 || (end > 0 && line[end] == Octets.Space) || Refuse(HeadProblem.BadMethod, start + end);
    }

    // RFC 9112 section 2.2: old clients send one after a body.
    private protected override bool SkipsEmptyLine(int start) => start == 0;

    private protected override bool ReadStart(ReadOnlySpan<byte> line, int start)
    {
        var methodLength = line.IndexOf(Octets.Space);
        if (methodLength <= 0)
        {
            return Refuse(HeadProblem.BadRequestLine, start + line.Length);
        }

        var rest = line[(methodLength + 1)..];
        var targetAt = start + methodLength + 1;
        var targetLength = rest.IndexOfAnyExcept(Octets.Target);
        if (targetLength < 0)
        {
            return Refuse(HeadProblem.BadRequestLine, start + line.Length);
        }

        if (targetLength == 0 || rest[targetLength] != Octets.Space)
        {
            return Refuse(HeadProblem.BadTarget, targetAt + targetLength);
        }

        (_methodStart, _methodLength, _targetLength) = (start, methodLength, targetLength);
        return ReadVersion(rest[(targetLength + 1)..], targetAt + targetLength + 1) && ReadForm(targetAt);
    }

    private protected override bool AcceptWhole()
    {
        var host = Fields.Find(KnownField.Host);
        if (host < 0)
        {
            return Version == ProtocolVersion.Http10 || Refuse(HeadProblem.MissingHost, Length);
        }

        var second = Fields.Find(KnownField.Host, host + 1);
        if (second >= 0)
        {
            return Refuse(HeadProblem.RepeatedHost, Fields.Position(second));
        }

        return RequestTarget.IsHost(Fields.Value(host)) || Refuse(HeadProblem.BadHost, Fields.Position(host));
    }

    private protected override void Forget()
        => (_methodStart, _methodLength, _targetLength, Form, Version) = (0, 0, 0, default, default);

    private bool ReadVersion(ReadOnlySpan<byte> text, int position)
    {
        if (text.SequenceEqual("HTTP/1.1"u8))
        {
            Version = ProtocolVersion.Http11;
            return true;
        }

        if (text.SequenceEqual("HTTP/1.0"u8))
        {
            Version = ProtocolVersion.Http10;
            return true;
        }

        var looksRight = text.Length == 8 && text.StartsWith("HTTP/"u8) && text[6] == '.'
            && char.IsAsciiDigit((char)text[5]) && char.IsAsciiDigit((char)text[7]);
        return Refuse(looksRight ? HeadProblem.UnsupportedVersion : HeadProblem.BadRequestLine, position);
    }

    private bool ReadForm(int position)
    {
        if (RequestTarget.FormOf(Method, Target) is not { } form)
        {
            return Refuse(HeadProblem.BadTarget, position);
        }

        Form = form;
        return true;
    }
}
