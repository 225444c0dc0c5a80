using System.Buffers.Binary;

namespace Weir.Probing.Dns.Wire;

/// <summary>Writes queries (RFC 1035 section 4.1).</summary>
public static class QueryWriter
{
    private const int QuestionTailBytes = 4;
    private const int OptBytes = 11;
    private const ushort RecursionDesiredBit = 0x0100;
    private const ushort CheckingDisabledBit = 0x0010;
    private const ushort ClassInternet = 1;

    /// <summary>The bytes of <paramref name="query"/>, as they go into one datagram.</summary>
    /// <exception cref="ArgumentException">The name cannot be encoded; see <see cref="DnsName.TryEncode"/>.</exception>
    public static byte[] Write(DnsQuery query)
    {
        var name = DnsName.TryEncode(query.Question.Name)
            ?? throw new ArgumentException("The name of the question cannot be encoded.", nameof(query));
        var packet = new byte[
            WireLimits.HeaderBytes + name.Length + QuestionTailBytes + (query.Edns ? OptBytes : 0)];
        var flags = (query.RecursionDesired ? RecursionDesiredBit : 0)
            | (query.CheckingDisabled ? CheckingDisabledBit : 0);
        BinaryPrimitives.WriteUInt16BigEndian(packet, query.Id);
        BinaryPrimitives.WriteUInt16BigEndian(packet.AsSpan(2), (ushort)flags);
        packet[5] = 1; // QDCOUNT
        packet[11] = (byte)(query.Edns ? 1 : 0); // ARCOUNT

        name.CopyTo(packet.AsSpan(WireLimits.HeaderBytes));
        var tail = packet.AsSpan(WireLimits.HeaderBytes + name.Length);
        BinaryPrimitives.WriteUInt16BigEndian(tail, query.Question.Type.Code);
        BinaryPrimitives.WriteUInt16BigEndian(tail[2..], ClassInternet);
        if (query.Edns)
        {
            WriteOpt(tail[QuestionTailBytes..]);
        }

        return packet;
    }

    // RFC 6891 section 6.1.2: the root name, the type, our size in place of the class; version 0 and DO off are zeros.
    private static void WriteOpt(Span<byte> opt)
    {
        BinaryPrimitives.WriteUInt16BigEndian(opt[1..], RecordType.Opt.Code);
        BinaryPrimitives.WriteUInt16BigEndian(opt[3..], WireLimits.EdnsBytes);
    }
}
