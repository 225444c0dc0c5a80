namespace Weir.Http1;

/// <summary>Where the body of a message ends, or why that cannot be said (RFC 9112 section 6.3).</summary>
/// <param name="Kind">How the end is found; <see cref="BodyKind.None"/> where there is a problem.</param>
/// <param name="Length">The announced length in bytes; 0 for the other kinds.</param>
/// <param name="Ugly">What was put right.</param>
/// <param name="Problem">Why the message must be refused; null where it need not.</param>
/// <param name="ProblemAt">The position of the offending field, in bytes from the start of the head.</param>
public readonly record struct BodyFraming(
    BodyKind Kind, long Length, Ugliness Ugly, HeadProblem? Problem, int ProblemAt)
{
    /// <summary>The framing of the body that follows <paramref name="head"/>.</summary>
    /// <param name="head">A complete head.</param>
    /// <param name="answersHead">Whether the request was a HEAD.</param>
    public static BodyFraming OfResponse(ResponseHead head, bool answersHead)
    {
        ArgumentNullException.ThrowIfNull(head);
        return answersHead || head.IsInterim || head.Code is 204 or 304
            ? Of(BodyKind.None)
            : OfFields(head.Fields, head.Version, strict: false) ?? Of(BodyKind.UntilClose);
    }

    /// <summary>The framing of the body that follows <paramref name="head"/>; without a field about it, none.</summary>
    /// <param name="head">A complete head.</param>
    public static BodyFraming OfRequest(RequestHead head)
    {
        ArgumentNullException.ThrowIfNull(head);
        return OfFields(head.Fields, head.Version, strict: true) ?? Of(BodyKind.None);
    }

    private static BodyFraming? OfFields(FieldTable fields, ProtocolVersion version, bool strict)
    {
        var coding = fields.Find(KnownField.TransferEncoding);
        var length = fields.Find(KnownField.ContentLength);
        return (coding >= 0, length >= 0) switch
        {
            (false, false) => null,
            (false, true) => ContentLength.Read(fields, length, strict),
            (true, true) => Refused(HeadProblem.LengthAndTransferEncoding, fields.Position(Math.Max(coding, length))),
            (true, false) => OfCoding(fields, coding, version),
        };
    }

    private static BodyFraming OfCoding(FieldTable fields, int coding, ProtocolVersion version)
    {
        if (version == ProtocolVersion.Http10)
        {
            return Refused(HeadProblem.TransferEncodingInHttp10, fields.Position(coding));
        }

        // Only one "chunked" and nothing else: a list of codings is where readers begin to differ.
        var second = fields.Find(KnownField.TransferEncoding, coding + 1);
        return second < 0 && System.Text.Ascii.EqualsIgnoreCase(fields.Value(coding), "chunked"u8)
            ? Of(BodyKind.Chunked)
            : Refused(HeadProblem.UnknownTransferCoding, fields.Position(Math.Max(coding, second)));
    }

    internal static BodyFraming Of(BodyKind kind, long length = 0, Ugliness ugly = Ugliness.None)
        => new(kind, length, ugly, null, 0);

    internal static BodyFraming Refused(HeadProblem problem, int position)
        => new(BodyKind.None, 0, Ugliness.None, problem, position);
}
