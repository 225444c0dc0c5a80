using System.Buffers.Binary;
using System.IO.Compression;

namespace Weir.Probing.Http;

/// <summary>Removes content codings (RFC 9110 section 8.4.1) within bounds.</summary>
internal static class ContentDecoding
{
    // Nobody applies more; each layer multiplies what a small body can grow to.
    private const int MaxCodings = 3;

    // Decoded at most, in bytes: a bomb ends here, any page is decoded to its end and so checked whole.
    private const int MaxDecodedBytes = 16 * 1024 * 1024;

    // RFC 1952 section 2.3: ten bytes of head, eight of check sum and size.
    private const int SmallestGzip = 18;

    /// <summary>Decodes the start of <paramref name="content"/>, and the rest to see whether it can be.</summary>
    /// <param name="content">The coded bytes.</param>
    /// <param name="codings">Lower-case names, in the order in which they were applied.</param>
    /// <param name="whole">Whether the content is all there; a part may end anywhere.</param>
    public static (ReadOnlyMemory<byte> Text, CodingState State) Decode(
        ReadOnlyMemory<byte> content, IReadOnlyList<string> codings, bool whole)
    {
        if (codings.Count > MaxCodings || !codings.All(IsKnown))
        {
            return (default, CodingState.Unknown);
        }

        using var source = new MemoryStream(content.ToArray(), writable: false);
        Stream decoder = source;
        foreach (var coding in codings.Reverse())
        {
            decoder = Layer(coding, decoder, content.Span);
        }

        using (decoder)
        {
            var text = new ByteKeeper(BodyText.MaxBytes);
            var valid = ReadAll(decoder, text);
            var missing = codings is ["gzip" or "x-gzip"] && EndsEarly(content.Span, text.Count);
            return (text.Kept, whole && (!valid || missing) ? CodingState.Broken : CodingState.Decoded);
        }
    }

    private static bool IsKnown(string coding) => coding is "gzip" or "x-gzip" or "deflate" or "br";

    private static Stream Layer(string coding, Stream source, ReadOnlySpan<byte> start) => coding switch
    {
        "br" => new BrotliStream(source, CompressionMode.Decompress),
        "deflate" when HasZlibHead(start) => new ZLibStream(source, CompressionMode.Decompress),
        "deflate" => new DeflateStream(source, CompressionMode.Decompress),
        _ => new GZipStream(source, CompressionMode.Decompress),
    };

    // Some servers send deflate without the zlib head that RFC 9110 section 8.4.1.2 asks for; browsers take both.
    private static bool HasZlibHead(ReadOnlySpan<byte> start)
        => start is [var method, var flags, ..] && (method & 15) == 8 && ((method << 8) | flags) % 31 == 0;

    private static bool ReadAll(Stream decoder, ByteKeeper text)
    {
        var buffer = new byte[16 * 1024];
        try
        {
            int count;
            while (text.Count < MaxDecodedBytes && (count = decoder.Read(buffer)) > 0)
            {
                text.Add(buffer.AsSpan(0, count));
            }

            return true;
        }
        catch (Exception error) when (error is InvalidDataException or InvalidOperationException or IOException)
        {
            // The platform's decoders say "invalid" in these three ways; the fact is returned.
            return false;
        }
    }

    // The platform takes the end of the input for the end of the content; gzip itself says how long it is.
    private static bool EndsEarly(ReadOnlySpan<byte> content, long decoded)
        => decoded < MaxDecodedBytes
        && (content.Length < SmallestGzip || BinaryPrimitives.ReadUInt32LittleEndian(content[^4..]) > decoded);
}
