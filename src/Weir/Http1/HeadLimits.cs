namespace Weir.Http1;

/// <summary>How much of a head or of a trailer section is accepted. What is exactly at a limit still passes.</summary>
/// <param name="Bytes">The whole, in bytes, from the first byte to the end of the empty line; at least 64.</param>
/// <param name="LineBytes">One line with its end, in bytes; at least 64.</param>
/// <param name="Fields">The number of field lines; at least 1.</param>
public sealed record HeadLimits(int Bytes, int LineBytes, int Fields)
{
    private const int SmallestBytes = 64;

    /// <summary>
    /// For requests: 64 KiB, four times what common servers take, so that the server's own 431 is seen before ours;
    /// 200 fields, since browsers send about 30 and each one costs work behind us.
    /// </summary>
    public static HeadLimits Request { get; } = new(64 * 1024, 64 * 1024, 200);

    /// <summary>
    /// For answers: 64 KiB, where gateways give up at 4 to 8 KiB with a 502 that names no size; 500 fields, since
    /// sites with many Set-Cookie and security fields stay below 100.
    /// </summary>
    public static HeadLimits Response { get; } = new(64 * 1024, 64 * 1024, 500);

    /// <summary>For trailers: 16 KiB and 64 fields; real ones carry a checksum or a status.</summary>
    public static HeadLimits Trailers { get; } = new(16 * 1024, 8 * 1024, 64);

    /// <summary>The whole, in bytes.</summary>
    public int Bytes { get; } = AtLeast(Bytes, SmallestBytes, nameof(Bytes));

    /// <summary>One line with its end, in bytes.</summary>
    public int LineBytes { get; } = AtLeast(LineBytes, SmallestBytes, nameof(LineBytes));

    /// <summary>The number of field lines.</summary>
    public int Fields { get; } = AtLeast(Fields, 1, nameof(Fields));

    // A start line must fit, or every message would be refused for its size.
    private static int AtLeast(int value, int least, string name)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, least, name);
        return value;
    }
}
