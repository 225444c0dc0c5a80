using System.Buffers.Binary;

namespace Weir.Lab.Faults;

/// <summary>The few HTTP/2 frames a refusal needs, as bytes (RFC 9113, 4.1 and 6).</summary>
internal static class Http2Frames
{
    public const int PrefaceBytes = 24;
    public const int HeaderBytes = 9;
    public const byte HeadersType = 1;

    public const uint NoError = 0;
    public const uint ProtocolError = 1;
    public const uint RefusedStream = 7;

    private const byte AckFlag = 1;

    /// <summary>An empty SETTINGS: every default.</summary>
    public static readonly byte[] Settings = Frame(type: 4, flags: 0, stream: 0, []);

    /// <summary>The acknowledgement of the peer's SETTINGS.</summary>
    public static readonly byte[] SettingsAck = Frame(type: 4, AckFlag, stream: 0, []);

    public static byte[] ResetStream(int stream, uint error) => Frame(type: 3, flags: 0, stream, Number(error));

    public static byte[] GoAway(int lastStream, uint error)
        => Frame(type: 7, flags: 0, stream: 0, [.. Number((uint)lastStream), .. Number(error)]);

    private static byte[] Frame(byte type, byte flags, int stream, ReadOnlySpan<byte> payload)
        => [0, 0, (byte)payload.Length, type, flags, .. Number((uint)stream), .. payload];

    private static byte[] Number(uint value)
    {
        var bytes = new byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, value);
        return bytes;
    }
}
