using System.Runtime.InteropServices;

namespace Weir.Host.Sockets;

/// <summary>Takes apart what a netlink socket delivers, netlink(7): messages with a head of 16 bytes each.</summary>
internal static class NetlinkMessages
{
    public const int Head = 16;
    public const int ErrorType = 2;
    public const int DoneType = 3;
    public const int ByFamilyType = 20;

    /// <summary>What one message of a dump is worth.</summary>
    /// <param name="payload">The message without its head.</param>
    public delegate void Visit(ReadOnlySpan<byte> payload);

    /// <summary>Reads a datagram. A message cut short ends it.</summary>
    /// <returns>Null: more is to come. 0: the dump is complete. Otherwise the errno that the kernel answers.</returns>
    public static int? Read(ReadOnlySpan<byte> datagram, Visit visit)
    {
        while (datagram.Length >= Head)
        {
            var length = MemoryMarshal.Read<uint>(datagram);
            if (length < Head || length > datagram.Length)
            {
                return null;
            }

            var payload = datagram[Head..(int)length];
            switch (MemoryMarshal.Read<ushort>(datagram[4..]))
            {
                case DoneType:
                    return 0;
                case ErrorType:
                    return payload.Length >= 4 ? -MemoryMarshal.Read<int>(payload) : 0;
                case ByFamilyType:
                    visit(payload);
                    break;
                default:
                    break; // Nothing else is asked for.
            }

            datagram = datagram[Math.Min(Aligned((int)length), datagram.Length)..];
        }

        return null;
    }

    /// <summary>Messages and attributes begin at multiples of four.</summary>
    public static int Aligned(int length) => (length + 3) & ~3;
}
