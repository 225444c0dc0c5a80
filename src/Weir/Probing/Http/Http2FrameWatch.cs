using System.Buffers.Binary;

namespace Weir.Probing.Http;

/// <summary>
/// Reads along with the frames that a peer sends (RFC 9113 section 4.1), because the platform's client asks again in
/// silence when a stream was refused, and then tells of the last attempt only.
/// </summary>
internal sealed class Http2FrameWatch
{
    // Length (3 bytes), type, flags, stream; of what follows the first eight bytes hold all that matters.
    private const int HeadBytes = 9;
    private const int KeptBytes = HeadBytes + 8;
    private const byte ResetStream = 3;
    private const byte GoAway = 7;

    // The code that says that nothing was done with the stream (RFC 9113 section 8.7).
    private const long RefusedStream = 7;

    private readonly byte[] _frame = new byte[KeptBytes];
    private int _seen;

    /// <summary>The error code with which the first request was refused unprocessed; null where it was not.</summary>
    public long? Refusal { get; private set; }

    /// <summary>Reads the bytes that follow.</summary>
    public void Add(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            var size = _seen < HeadBytes ? HeadBytes : HeadBytes + PayloadBytes();
            var taken = Math.Min(size - _seen, bytes.Length);
            if (_seen < KeptBytes)
            {
                bytes[..Math.Min(taken, KeptBytes - _seen)].CopyTo(_frame.AsSpan(_seen));
            }

            _seen += taken;
            bytes = bytes[taken..];
            if (_seen >= HeadBytes && _seen == HeadBytes + PayloadBytes())
            {
                Accept();
                _seen = 0;
            }
        }
    }

    private int PayloadBytes() => (_frame[0] << 16) | (_frame[1] << 8) | _frame[2];

    private void Accept()
    {
        var payload = _frame.AsSpan(HeadBytes);
        if (_frame[3] == ResetStream && PayloadBytes() == 4 && Number(payload) == RefusedStream)
        {
            Refusal ??= RefusedStream;
        }

        // The last stream that the peer has begun is none of ours.
        if (_frame[3] == GoAway && PayloadBytes() >= 8 && (Number(payload) & int.MaxValue) == 0)
        {
            Refusal ??= Number(payload[4..]);
        }
    }

    private static uint Number(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt32BigEndian(bytes);
}
