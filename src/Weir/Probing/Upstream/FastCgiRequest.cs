using System.Buffers.Binary;
using System.Text;

namespace Weir.Probing.Upstream;

/// <summary>Writes a FastCGI request without a body (FastCGI 1.0, sections 3.3, 3.4, 5.1 and 5.2).</summary>
internal static class FastCgiRequest
{
    private const byte Version = 1;
    private const byte BeginRequest = 1;
    private const byte Parameters = 4;
    private const byte StandardInput = 5;
    private const byte Responder = 1;

    /// <summary>The most that one record holds, in bytes.</summary>
    private const int MaxContent = ushort.MaxValue;

    /// <summary>The whole request: begin, parameters, an empty standard input.</summary>
    public static byte[] Write(IEnumerable<KeyValuePair<string, string>> parameters)
    {
        using var bytes = new MemoryStream();
        Record(bytes, BeginRequest, [0, Responder, 0, 0, 0, 0, 0, 0]); // no flags: close after the answer
        foreach (var part in Pairs(parameters).Chunk(MaxContent))
        {
            Record(bytes, Parameters, part);
        }

        Record(bytes, Parameters, []);
        Record(bytes, StandardInput, []);
        return bytes.ToArray();
    }

    private static byte[] Pairs(IEnumerable<KeyValuePair<string, string>> parameters)
    {
        using var bytes = new MemoryStream();
        foreach (var (name, value) in parameters)
        {
            var (left, right) = (Encoding.UTF8.GetBytes(name), Encoding.UTF8.GetBytes(value));
            Length(bytes, left.Length);
            Length(bytes, right.Length);
            bytes.Write(left);
            bytes.Write(right);
        }

        return bytes.ToArray();
    }

    // Section 3.4: a length below 128 takes one byte, a longer one four with the highest bit set.
    private static void Length(MemoryStream bytes, int length)
    {
        if (length < 128)
        {
            bytes.WriteByte((byte)length);
            return;
        }

        Span<byte> four = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(four, (uint)length | 0x8000_0000);
        bytes.Write(four);
    }

    private static void Record(MemoryStream bytes, byte type, ReadOnlySpan<byte> content)
    {
        bytes.Write([Version, type, 0, 1, (byte)(content.Length >> 8), (byte)content.Length, 0, 0]);
        bytes.Write(content);
    }
}
