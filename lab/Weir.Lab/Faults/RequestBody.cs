using System.Buffers;
using System.Globalization;
using System.Text;

namespace Weir.Lab.Faults;

/// <summary>Reads the content of a request (RFC 9112, 6 and 7), keeps its beginning and counts all of it.</summary>
internal sealed class RequestBody(RequestReader reader)
{
    private readonly ArrayBufferWriter<byte> _kept = new();
    private long _length;

    public static async ValueTask<ReceivedRequest> ReadAsync(
        ReceivedRequest request, RequestReader reader, CancellationToken stop)
    {
        var body = new RequestBody(reader);
        if (request.IsChunked)
            await body.ReadChunksAsync(stop);
        else if (request.Header("Content-Length") is { } announced)
            await body.ReadPartAsync(Number(announced, NumberStyles.None), stop);
        return request with { Body = body._kept.WrittenSpan.ToArray(), BodyLength = body._length };
    }

    private async ValueTask ReadChunksAsync(CancellationToken stop)
    {
        while (true)
        {
            var line = Encoding.Latin1.GetString(await reader.ReadLineAsync(stop));
            var size = Number(line.Split(';')[0].Trim(), NumberStyles.AllowHexSpecifier);
            if (size == 0)
                break;
            await ReadPartAsync(size, stop);
            await reader.ReadLineAsync(stop);
        }

        await SkipTrailersAsync(stop);
    }

    private async ValueTask SkipTrailersAsync(CancellationToken stop)
    {
        const int emptyLine = 2;
        var size = 0;
        while ((await reader.ReadLineAsync(stop)).Length is var length && length > emptyLine)
        {
            size += length;
            if (size > FaultLimits.HeadBytes)
                throw new InvalidDataException($"Trailers of more than {FaultLimits.HeadBytes} bytes.");
        }
    }

    private async ValueTask ReadPartAsync(long size, CancellationToken stop)
    {
        if (size > FaultLimits.BodyBytes - _length)
            throw new InvalidDataException($"A body of more than {FaultLimits.BodyBytes} bytes.");
        await reader.ReadAsync(size, Keep, stop);
    }

    private void Keep(ReadOnlyMemory<byte> part)
    {
        _length += part.Length;
        _kept.Write(part.Span[..Math.Min(part.Length, FaultLimits.KeptBodyBytes - _kept.WrittenCount)]);
    }

    private static long Number(string text, NumberStyles style)
        => long.TryParse(text, style, CultureInfo.InvariantCulture, out var number) && number >= 0
            ? number
            : throw new InvalidDataException($"\"{text}\" is no size.");
}
