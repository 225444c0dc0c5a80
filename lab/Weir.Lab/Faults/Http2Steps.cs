using System.Buffers.Binary;

namespace Weir.Lab.Faults;

/// <summary>Reads just enough HTTP/2 to know which stream to refuse.</summary>
internal static class Http2Steps
{
    // RFC 9113, 4.2: nobody may send a larger frame unasked. The count bounds a peer that never sends HEADERS.
    private const int LargestFrameBytes = 16_384;
    private const int MostFrames = 64;

    /// <summary>
    /// Waits for the first HEADERS, acknowledges the settings and sends what is made for that stream.
    /// </summary>
    public static Step AnswerHeaders(Func<int, byte[]> answer) => async (wire, stop) =>
    {
        await wire.ReadExactlyAsync(new byte[Http2Frames.PrefaceBytes], stop);
        var stream = await ReadToHeadersAsync(wire, stop);
        await wire.SendAsync((byte[])[.. Http2Frames.SettingsAck, .. answer(stream)], stop);
    };

    private static async Task<int> ReadToHeadersAsync(Wire wire, CancellationToken stop)
    {
        var header = new byte[Http2Frames.HeaderBytes];
        for (var frame = 0; frame < MostFrames; frame++)
        {
            await wire.ReadExactlyAsync(header, stop);
            var length = header[0] << 16 | header[1] << 8 | header[2];
            if (length > LargestFrameBytes)
                throw new InvalidDataException($"An HTTP/2 frame of {length} bytes.");
            await wire.ReadExactlyAsync(new byte[length], stop);
            if (header[3] == Http2Frames.HeadersType)
                return (int)(BinaryPrimitives.ReadUInt32BigEndian(header.AsSpan(5)) & int.MaxValue);
        }

        throw new InvalidDataException($"No HEADERS in {MostFrames} HTTP/2 frames.");
    }
}
