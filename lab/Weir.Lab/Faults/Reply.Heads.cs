namespace Weir.Lab.Faults;

// Heads that are slow, too large or wrong.
public sealed partial record Reply
{
    /// <summary>A valid answer whose head comes a byte a <paramref name="period"/>.</summary>
    public static Reply SlowHeaders(TimeSpan period)
        => OnRequest("slow-headers", Faults.Steps.SendSlowly(Whole.Head, period), Faults.Steps.Send(Whole.Body));

    /// <summary>Header fields without end.</summary>
    public static Reply EndlessHead()
        => OnRequest("endless-head", Faults.Steps.Send(Latin1("HTTP/1.1 200 OK\r\n")),
            Faults.Steps.SendEndlessly(Latin1(string.Concat(Enumerable.Repeat("X-More: and more\r\n", 100)))));

    /// <summary>A valid answer with one field whose value has <paramref name="size"/> bytes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">More than <see cref="FaultLimits.MadeUp"/>.</exception>
    public static Reply HugeHeader(int size)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, FaultLimits.MadeUp);
        return Ok("hello", ("X-Huge", new string('h', size))) with { Name = $"huge-header {size}" };
    }

    /// <summary>A valid answer with <paramref name="count"/> further fields.</summary>
    /// <exception cref="ArgumentOutOfRangeException">More than <see cref="FaultLimits.MadeUp"/>.</exception>
    public static Reply ManyHeaders(int count)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, FaultLimits.MadeUp);
        var fields = Enumerable.Range(1, count).Select(number => ($"X-Field-{number}", "v"));
        return Ok("hello", [.. fields]) with { Name = $"many-headers {count}" };
    }

    /// <summary>Bytes that are no protocol at all, and a close.</summary>
    public static Reply GarbageBytes(Random random, int count = 256)
    {
        var bytes = new byte[count];
        random.NextBytes(bytes);
        return Bytes(bytes).ThenClose() with { Name = $"garbage {count}" };
    }

    /// <summary>A script that prints before its headers: a line that is no field in the middle of the head.</summary>
    public static Reply BadHeaderLine()
        => Bytes("HTTP/1.1 200 OK\r\nWarning, this is no field\r\nContent-Length: 5\r\n\r\nhello")
            .ThenClose() with
        { Name = "bad-header-line" };

    /// <summary>Content-Length and chunked at once (RFC 9112, 6.3: suspicious, and not to be passed on).</summary>
    public static Reply BothLengthAndChunked()
        => Bytes("HTTP/1.1 200 OK\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n"
            + "5\r\nhello\r\n0\r\n\r\n") with
        {
            Name = "both-length-and-chunked",
        };

    /// <summary>Two Content-Length fields that differ (RFC 9112, 6.3: unrecoverable).</summary>
    public static Reply TwoDifferentLengths()
        => Bytes("HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 7\r\n\r\nhello, ").ThenClose() with
        {
            Name = "two-different-lengths",
        };
}
