using System.IO.Compression;

namespace Weir.Lab.Faults;

// Good heads, bad bodies.
public sealed partial record Reply
{
    private const string ChunkedHead = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";

    // The fixed gzip header: RFC 1952, 2.3.
    private const int GzipHeaderBytes = 10;

    /// <summary>A valid answer whose body comes a byte a <paramref name="period"/>.</summary>
    public static Reply SlowBody(TimeSpan period)
        => OnRequest("slow-body", Faults.Steps.Send(Whole.Head), Faults.Steps.SendSlowly(Whole.Body, period));

    /// <summary>Valid chunks without end.</summary>
    public static Reply EndlessBody()
        => OnRequest("endless-body", Faults.Steps.Send(Latin1(ChunkedHead)),
            Faults.Steps.SendEndlessly(Latin1($"1000\r\n{new string('e', 0x1000)}\r\n")));

    /// <summary>Announces <paramref name="announced"/> bytes, sends fewer, and closes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It sends not fewer, or more than is sane.</exception>
    public static Reply WrongContentLength(int announced = 1_000, int sent = 100)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(sent, announced);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(sent, FaultLimits.MadeUp);
        return OnRequest($"wrong-content-length {sent}/{announced}",
            Faults.Steps.Send(Latin1($"HTTP/1.1 200 OK\r\nContent-Length: {announced}\r\n\r\n{new string('w', sent)}")),
            Faults.Steps.Close);
    }

    /// <summary>The head and half of the body of a valid answer, and then nothing more.</summary>
    public static Reply BodyHangs()
        => OnRequest("body-hangs", Faults.Steps.Send(FirstOfWhole(WholeHeadBytes + WholeBodyBytes / 2)),
            Faults.Steps.Hang);

    /// <summary>A good chunk, and then a size that is no number (RFC 9112, 7.1).</summary>
    public static Reply BadChunk()
        => Bytes(ChunkedHead + "5\r\nhello\r\nsize\r\nworld\r\n0\r\n\r\n").ThenClose() with { Name = "bad-chunk" };

    /// <summary>A good chunk, half of the next, and a close.</summary>
    public static Reply ChunkCutShort()
        => OnRequest("chunk-cut-short", Faults.Steps.Send(Latin1(ChunkedHead + "5\r\nhello\r\nA\r\nworld")),
            Faults.Steps.Close);

    /// <summary>Good chunks without the last one, and a close.</summary>
    public static Reply NoLastChunk()
        => OnRequest("no-last-chunk", Faults.Steps.Send(Latin1(ChunkedHead + "5\r\nhello\r\n")), Faults.Steps.Close);

    /// <summary>Says gzip, begins like gzip, has the right length, and cannot be unpacked.</summary>
    public static Reply BrokenGzip()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write(Whole.Body.Span);
        var body = packed.ToArray();
        body.AsSpan(GzipHeaderBytes).Fill(0xFF);        // 0xFF begins a deflate block of the reserved type
        var answer = new Answer(200, "OK", body, [("Content-Encoding", "gzip")]);
        return OnRequest("broken-gzip", Faults.Steps.Send(answer));
    }
}
