using System.Buffers.Binary;

namespace Weir.Probing.Dns.Wire;

/// <summary>
/// A cursor over a hostile packet. The first fault sticks: after it every read gives zeros, so that the code that
/// reads stays plain and asks once at the end.
/// </summary>
internal ref struct PacketReader(ReadOnlySpan<byte> packet)
{
    /// <summary>The whole packet: compression pointers count from its start.</summary>
    public ReadOnlySpan<byte> Packet { get; } = packet;

    /// <summary>The next byte to be read.</summary>
    public int Offset { get; private set; }

    /// <summary>The first fault, or null as long as all is well.</summary>
    public MessageFault? Fault { get; private set; }

    /// <summary>Bytes that are left.</summary>
    public readonly int Remaining => Packet.Length - Offset;

    /// <summary>Remembers a fault; the first one counts.</summary>
    public void Fail(MessageFault fault) => Fault ??= fault;

    /// <summary>Moves the cursor to a place that was checked to lie within the packet.</summary>
    public void MoveTo(int offset) => Offset = offset;

    /// <summary>The next <paramref name="count"/> bytes; none after a fault.</summary>
    public ReadOnlySpan<byte> Bytes(int count)
    {
        if (Fault is null && count > Remaining)
        {
            Fail(MessageFault.CutShort);
        }

        if (Fault is not null)
        {
            return [];
        }

        var bytes = Packet.Slice(Offset, count);
        Offset += count;
        return bytes;
    }

    /// <summary>The next byte.</summary>
    public byte Byte() => Bytes(1) is [var value] ? value : (byte)0;

    /// <summary>The next two bytes, most significant first.</summary>
    public ushort UInt16() => Bytes(2) is { Length: 2 } bytes ? BinaryPrimitives.ReadUInt16BigEndian(bytes) : (ushort)0;

    /// <summary>The next four bytes, most significant first.</summary>
    public uint UInt32() => Bytes(4) is { Length: 4 } bytes ? BinaryPrimitives.ReadUInt32BigEndian(bytes) : 0;

    /// <summary>Four bytes that count seconds; the top bit makes it zero (RFC 2181 section 8).</summary>
    public TimeSpan Seconds()
    {
        var seconds = UInt32();
        return TimeSpan.FromSeconds(seconds > int.MaxValue ? 0 : (int)seconds);
    }
}
