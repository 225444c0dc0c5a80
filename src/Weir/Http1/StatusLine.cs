namespace Weir.Http1;

/// <summary>
/// The first twelve bytes of a status line, <c>HTTP/1.1 200</c>, byte by byte: another protocol is recognised at the
/// first byte that departs, not when a line end comes, which may be never.
/// </summary>
internal static class StatusLine
{
    /// <summary>What is wrong with the byte <paramref name="value"/> at that index (0 to 11), if anything.</summary>
    public static HeadProblem? ProblemAt(int index, byte value) => index switch
    {
        < 5 => "HTTP/"u8[index] == value ? null : HeadProblem.NotHttp,
        5 => Version(value == '1', value),
        6 => value == '.' ? null : HeadProblem.BadStatusLine,
        7 => Version(value is (byte)'0' or (byte)'1', value),
        8 => value == Octets.Space ? null : HeadProblem.BadStatusLine,
        9 => value is >= (byte)'1' and <= (byte)'9' ? null : HeadProblem.BadStatusLine,
        _ => char.IsAsciiDigit((char)value) ? null : HeadProblem.BadStatusLine,
    };

    private static HeadProblem? Version(bool known, byte value)
        => known ? null
        : char.IsAsciiDigit((char)value) ? HeadProblem.UnsupportedVersion
        : HeadProblem.BadStatusLine;
}
