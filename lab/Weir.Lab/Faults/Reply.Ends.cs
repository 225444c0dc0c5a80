namespace Weir.Lab.Faults;

// Connections that end, or never get anywhere.
public sealed partial record Reply
{
    private static readonly Answer Whole = new(200, "OK", Latin1(new string('x', WholeBodyBytes)), []);

    /// <summary>Size of the body that <see cref="CloseAfter"/> and <see cref="ResetAfter"/> cut, in bytes.</summary>
    public const int WholeBodyBytes = 1_000;

    /// <summary>Size of the head before that body, in bytes.</summary>
    public static int WholeHeadBytes => Whole.Head.Length;

    /// <summary>Accepts, and neither reads nor answers: a process that hangs.</summary>
    public static Reply AcceptAndHang() => new("accept-and-hang", Moment.Accepted, Faults.Steps.Freeze);

    /// <summary>Accepts and closes (FIN), whatever the peer has sent by then.</summary>
    public static Reply CloseOnAccept() => new("close-on-accept", Moment.Accepted, Faults.Steps.CloseGently);

    /// <summary>
    /// Accepts and resets; the peer may see it in its connect already. A unix socket knows no reset: its peer sees
    /// an end, or ECONNRESET when the server left bytes unread.
    /// </summary>
    public static Reply ResetOnAccept() => new("reset-on-accept", Moment.Accepted, Faults.Steps.Reset);

    /// <summary>Reads the request and never answers it: an application that is slow without end.</summary>
    public static Reply HangBeforeHeaders() => OnRequest("hang-before-headers", Faults.Steps.Hang);

    /// <summary>Reads the request and closes (FIN).</summary>
    public static Reply CloseBeforeHeaders() => OnRequest("close-before-headers", Faults.Steps.Close);

    /// <summary>Reads the request and resets.</summary>
    public static Reply ResetBeforeHeaders() => OnRequest("reset-before-headers", Faults.Steps.Reset);

    /// <summary>
    /// Reads the head and then nothing more, so that the writer of a large body gets stuck when the kernel's buffers
    /// are full (see <see cref="FaultyServerOptions.ReceiveBuffer"/>).
    /// </summary>
    public static Reply StopReading() => new("stop-reading", Moment.HeadRead, Faults.Steps.Freeze);

    /// <summary>
    /// Closes after the first <paramref name="bytes"/> of a valid answer; the head is the first
    /// <see cref="WholeHeadBytes"/>, the body the <see cref="WholeBodyBytes"/> after it.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The answer has not so many bytes.</exception>
    public static Reply CloseAfter(int bytes)
        => OnRequest($"close-after {bytes}", Faults.Steps.Send(FirstOfWhole(bytes)), Faults.Steps.Close);

    /// <summary>The same with a reset in the place of the close.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The answer has not so many bytes.</exception>
    public static Reply ResetAfter(int bytes)
        => OnRequest($"reset-after {bytes}", Faults.Steps.Send(FirstOfWhole(bytes)), Faults.Steps.Reset);

    private static ReadOnlyMemory<byte> FirstOfWhole(int bytes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(bytes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bytes, Whole.Bytes.Length);
        return Whole.Bytes[..bytes];
    }
}
