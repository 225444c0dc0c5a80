using System.Buffers.Binary;
using System.Net;
using System.Text;

namespace Weir.Lab.Faults;

/// <summary>DNS messages by hand (RFC 1035, 4), as much as a responder of addresses needs.</summary>
internal static class NamePacket
{
    public const int TypeA = 1;
    public const int TypeCname = 5;
    public const int TypeAaaa = 28;

    private const int HeaderBytes = 12;
    private const int LongestName = 255;        // RFC 1035, 2.3.4
    private const int LongestLabel = 63;
    private const int TypeAndClassBytes = 4;
    private const ushort PointerToQuestion = 0xC00C;
    private const ushort Internet = 1;

    // QR and RA: a response, of a server that recurses.
    private const ushort Response = 0x8080;
    private const ushort TruncatedFlag = 0x0200;
    private const ushort RecursionDesired = 0x0100;

    /// <summary>The one question of a query, or null where the message is none.</summary>
    public static ReceivedQuestion? Read(ReadOnlySpan<byte> packet, bool overTcp, int number)
    {
        if (packet.Length < HeaderBytes || (packet[2] & 0x80) != 0 || packet[4] != 0 || packet[5] != 1)
            return null;
        var labels = new List<string>();
        var at = HeaderBytes;
        while (at < packet.Length && packet[at] != 0)
        {
            int length = packet[at++];
            if (length > LongestLabel || at + length >= packet.Length || at > HeaderBytes + LongestName)
                return null;
            labels.Add(Encoding.Latin1.GetString(packet.Slice(at, length)).ToLowerInvariant());
            at += length;
        }

        var end = at + 1 + TypeAndClassBytes;
        if (end > packet.Length)
            return null;
        var type = BinaryPrimitives.ReadUInt16BigEndian(packet[(at + 1)..]);
        return new(string.Join('.', labels), type, overTcp, number, packet.ToArray()) { End = end };
    }

    /// <summary>A response with the question repeated and <paramref name="records"/> as its answers.</summary>
    public static byte[] Answer(
        ReceivedQuestion question, int code, bool truncated, params IReadOnlyList<byte[]> records)
    {
        var query = question.Packet.Span;
        var asked = BinaryPrimitives.ReadUInt16BigEndian(query[2..]) & RecursionDesired;
        var flags = (ushort)(Response | asked | (truncated ? TruncatedFlag : 0) | code);
        return
        [
            query[0], query[1], .. Number(flags), 0, 1, .. Number((ushort)records.Count), 0, 0, 0, 0,
            .. query[HeaderBytes..question.End], .. records.SelectMany(record => record),
        ];
    }

    /// <summary>An address record for the name of the question.</summary>
    public static byte[] Address(IPAddress address, int seconds)
    {
        var data = address.GetAddressBytes();
        return Record(data.Length == 4 ? TypeA : TypeAaaa, seconds, data);
    }

    /// <summary>An alias record for the name of the question.</summary>
    public static byte[] Alias(string target, int seconds) => Record(TypeCname, seconds, Labels(target));

    private static byte[] Record(int type, int seconds, byte[] data) =>
    [
        .. Number(PointerToQuestion), .. Number((ushort)type), .. Number(Internet),
        .. Number((ushort)(seconds >> 16)), .. Number((ushort)seconds), .. Number((ushort)data.Length), .. data,
    ];

    private static byte[] Labels(string name)
        => [.. name.TrimEnd('.').Split('.').SelectMany(Label), 0];

    private static byte[] Label(string label) => [(byte)label.Length, .. Encoding.Latin1.GetBytes(label)];

    private static byte[] Number(ushort value) => [(byte)(value >> 8), (byte)value];
}
