using System.Buffers.Binary;
using System.Net;
using System.Runtime.InteropServices;
using System.Text;
using Weir.Probing.Tcp;

namespace Weir.Host.Sockets;

/// <summary>
/// The questions to sock_diag(7) and its answers: <c>inet_diag_req_v2</c>, <c>inet_diag_msg</c>, <c>unix_diag_req</c>,
/// <c>unix_diag_msg</c>. Numbers are in the machine's order, addresses and ports in the network's.
/// </summary>
internal static class DiagnosisMessages
{
    private const ushort Request = 0x1;
    private const ushort Dump = 0x300;
    private const byte Tcp = 6;

    private const int InetRequest = 56;
    private const int InetAnswer = 72;
    private const int UnixRequest = 24;
    private const int UnixAnswer = 16;

    private const uint ShowName = 0x1;
    private const uint ShowQueue = 0x10;
    private const int NameAttribute = 0;
    private const int QueueAttribute = 4;

    /// <summary>Every state, <see cref="TcpState.Established"/> to <see cref="TcpState.NewSynReceived"/>.</summary>
    public const uint AllStates = 0x1FFE;

    /// <summary>Listeners only.</summary>
    public const uint ListenStates = 1u << (int)TcpState.Listen;

    /// <summary>Asks for the TCP sockets of a family in the given states.</summary>
    public static byte[] AskTcp(int family, uint states)
    {
        var message = Begin(InetRequest);
        message[16] = (byte)family;
        message[17] = Tcp;
        MemoryMarshal.Write(message.AsSpan(20), states);
        return message;
    }

    /// <summary>Asks for the listening Unix sockets with name and queue.</summary>
    public static byte[] AskUnix()
    {
        var message = Begin(UnixRequest);
        message[16] = Libc.AfUnix;
        MemoryMarshal.Write(message.AsSpan(20), ListenStates);
        MemoryMarshal.Write(message.AsSpan(28), ShowName | ShowQueue);
        return message;
    }

    /// <summary>A TCP socket; null when the message is too short or of another family.</summary>
    public static TcpRow? ReadTcp(ReadOnlySpan<byte> answer)
    {
        if (answer.Length < InetAnswer || answer[0] is not (Libc.AfInet or Libc.AfInet6))
        {
            return null;
        }

        var size = answer[0] == Libc.AfInet ? 4 : 16;
        return new TcpRow(
            new IPEndPoint(new IPAddress(answer.Slice(8, size)), BinaryPrimitives.ReadUInt16BigEndian(answer[4..])),
            new IPEndPoint(new IPAddress(answer.Slice(24, size)), BinaryPrimitives.ReadUInt16BigEndian(answer[6..])),
            answer[1],
            SendQueue: MemoryMarshal.Read<uint>(answer[60..]),
            ReceiveQueue: MemoryMarshal.Read<uint>(answer[56..]),
            MemoryMarshal.Read<int>(answer[64..]),
            MemoryMarshal.Read<uint>(answer[68..]));
    }

    /// <summary>A listening Unix socket; null when the message is too short.</summary>
    public static UnixSocket? ReadUnix(ReadOnlySpan<byte> answer)
    {
        if (answer.Length < UnixAnswer)
        {
            return null;
        }

        var socket = new UnixSocket(
            null, MemoryMarshal.Read<uint>(answer[4..]), (UnixSocketType)answer[1], answer[2] == (int)TcpState.Listen);
        for (var rest = answer[UnixAnswer..]; rest.Length >= 4;)
        {
            var length = MemoryMarshal.Read<ushort>(rest);
            if (length < 4 || length > rest.Length)
            {
                break;
            }

            socket = With(socket, MemoryMarshal.Read<ushort>(rest[2..]), rest[4..length]);
            rest = rest[Math.Min(NetlinkMessages.Aligned(length), rest.Length)..];
        }

        return socket;
    }

    private static UnixSocket With(UnixSocket socket, int attribute, ReadOnlySpan<byte> value) => attribute switch
    {
        NameAttribute => socket with { Path = NameOf(value) },
        QueueAttribute when value.Length >= 8 => socket with
        {
            Queued = MemoryMarshal.Read<uint>(value),
            Limit = MemoryMarshal.Read<uint>(value[4..]),
        },
        _ => socket,
    };

    /// <summary>A name in the abstract space begins with a zero, which <c>/proc</c> shows as <c>@</c>.</summary>
    private static string NameOf(ReadOnlySpan<byte> value)
    {
        var text = Encoding.UTF8.GetString(value);
        return text.StartsWith('\0') ? '@' + text[1..].Replace('\0', '@') : text.TrimEnd('\0');
    }

    private static byte[] Begin(int body)
    {
        var message = new byte[NetlinkMessages.Head + body];
        MemoryMarshal.Write(message.AsSpan(), (uint)message.Length);
        MemoryMarshal.Write(message.AsSpan(4), (ushort)NetlinkMessages.ByFamilyType);
        MemoryMarshal.Write(message.AsSpan(6), (ushort)(Request | Dump));
        return message;
    }
}
