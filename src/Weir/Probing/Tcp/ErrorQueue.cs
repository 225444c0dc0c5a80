using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace Weir.Probing.Tcp;

/// <summary>
/// Reads what <c>recvmsg(MSG_ERRQUEUE)</c> gives: control messages, each a header (length, level, type), then a
/// <c>struct sock_extended_err</c> and the address of who sent the ICMP error. See <c>ip(7)</c>, IP_RECVERR.
/// </summary>
internal static class ErrorQueue
{
    private const int OriginIcmp = 2;
    private const int OriginIcmpv6 = 3;

    /// <summary>Bytes of <c>struct sock_extended_err</c>; the offender's address follows.</summary>
    private const int ExtendedErrorBytes = 16;

    private static readonly int LengthBytes = nint.Size;
    private static readonly int HeaderBytes = LengthBytes + 8;

    /// <summary>
    /// The first ICMP error in <paramref name="control"/>; null where there is none, or it is cut short.
    /// </summary>
    public static IcmpError? Parse(ReadOnlySpan<byte> control)
    {
        while (control.Length >= HeaderBytes)
        {
            var length = LengthBytes == 8 ? MemoryMarshal.Read<ulong>(control) : MemoryMarshal.Read<uint>(control);
            if (length < (ulong)HeaderBytes || length > (ulong)control.Length)
            {
                return null;
            }

            var level = MemoryMarshal.Read<int>(control[LengthBytes..]);
            var type = MemoryMarshal.Read<int>(control[(LengthBytes + 4)..]);
            if ((level, type) is (Libc.LevelIp, Libc.IpReceiveErrors) or (Libc.LevelIpv6, Libc.Ipv6ReceiveErrors))
            {
                return ParseError(control[HeaderBytes..(int)length]);
            }

            var padded = ((int)length + LengthBytes - 1) / LengthBytes * LengthBytes;
            control = control[Math.Min(padded, control.Length)..];
        }

        return null;
    }

    private static IcmpError? ParseError(ReadOnlySpan<byte> error)
    {
        if (error.Length < ExtendedErrorBytes || error[4] is not (OriginIcmp or OriginIcmpv6))
        {
            return null;
        }

        var family = error[4] == OriginIcmp ? AddressFamily.InterNetwork : AddressFamily.InterNetworkV6;
        var errno = MemoryMarshal.Read<int>(error);
        return new IcmpError(family, error[5], error[6], Offender(error[ExtendedErrorBytes..]), errno);
    }

    private static IPAddress? Offender(ReadOnlySpan<byte> address)
    {
        const int V4Bytes = 8;
        const int V6Bytes = 28;
        if (address.Length < V4Bytes)
        {
            return null;
        }

        return MemoryMarshal.Read<ushort>(address) switch
        {
            Libc.AfInet => new IPAddress(address[4..8]),
            Libc.AfInet6 when address.Length >= V6Bytes => V6(address),
            _ => null,
        };
    }

    private static IPAddress V6(ReadOnlySpan<byte> address)
    {
        var plain = new IPAddress(address[8..24]);
        var scope = BinaryPrimitives.ReadUInt32LittleEndian(address[24..]);
        return plain.IsIPv6LinkLocal && BitConverter.IsLittleEndian
            ? new IPAddress(address[8..24], scope)
            : plain;
    }
}
