namespace Weir.Http1;

/// <summary>Reads Content-Length, which may stand several times and as a list (RFC 9112 section 6.3).</summary>
internal static class ContentLength
{
    // long.MaxValue has 19 digits; 18 cannot overflow and suffice for an exabyte.
    private const int MaxDigits = 18;

    /// <summary>The framing that the fields from <paramref name="first"/> on announce.</summary>
    public static BodyFraming Read(FieldTable fields, int first, bool strict)
    {
        long? length = null;
        var ugly = Ugliness.None;
        for (var index = first; index >= 0; index = fields.Find(KnownField.ContentLength, index + 1))
        {
            var list = fields.Value(index);
            foreach (var range in list.Split((byte)','))
            {
                if (Parse(Octets.TrimBlanks(list[range])) is not { } value)
                {
                    return BodyFraming.Refused(HeadProblem.BadContentLength, fields.Position(index));
                }

                if (length is { } earlier)
                {
                    if (Repeated(earlier, value, strict) is { } problem)
                    {
                        return BodyFraming.Refused(problem, fields.Position(index));
                    }

                    ugly = Ugliness.RepeatedContentLength;
                }

                length = value;
            }
        }

        return BodyFraming.Of(BodyKind.Length, length ?? 0, ugly);
    }

    private static HeadProblem? Repeated(long earlier, long value, bool strict)
        => earlier != value ? HeadProblem.DifferentContentLengths
        : strict ? HeadProblem.RepeatedContentLength
        : null;

    private static long? Parse(ReadOnlySpan<byte> digits)
    {
        if (digits.IsEmpty || digits.Length > MaxDigits || digits.ContainsAnyExceptInRange((byte)'0', (byte)'9'))
        {
            return null;
        }

        long value = 0;
        foreach (var digit in digits)
        {
            value = (value * 10) + (digit - '0');
        }

        return value;
    }
}
