using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;
using Weir.Probing.Tcp;

namespace Weir.Host.Sockets;

/// <summary>
/// Asks the kernel for its sockets through NETLINK_SOCK_DIAG, sock_diag(7): the only place that tells the backlog limit
/// of a listener. No privilege is needed; a sandbox may forbid it, and old kernels lack a family.
/// </summary>
internal static unsafe class SocketDiagnosis
{
    private const string What = "sock_diag";

    /// <summary>Bytes of one datagram: the kernel fills at most 32 KiB in a dump.</summary>
    private const int Buffer = 64 * 1024;

    /// <summary>The kernel answers from memory; longer than this, in milliseconds, it does not answer.</summary>
    private const int Patience = 2_000;

    /// <summary>Datagrams of one dump, each of some 300 sockets: a machine with three million sockets.</summary>
    private const int MaxDatagrams = 10_000;

    /// <summary>Visits the TCP sockets of both families in the calling thread's namespace.</summary>
    /// <returns>How many were seen.</returns>
    public static Reading<int> Tcp(uint states, Action<TcpRow> visit)
    {
        var seen = 0;
        NetlinkMessages.Visit each = payload =>
        {
            if (DiagnosisMessages.ReadTcp(payload) is { } row)
            {
                seen++;
                visit(row);
            }
        };
        return Ask(DiagnosisMessages.AskTcp(Libc.AfInet, states), each)
            .Then(_ => Ask(DiagnosisMessages.AskTcp(Libc.AfInet6, states), each))
            .Select(_ => seen);
    }

    /// <summary>The listening Unix sockets of the calling thread's namespace.</summary>
    public static Reading<IReadOnlyList<UnixSocket>> Unix()
    {
        var found = new List<UnixSocket>();
        return Ask(DiagnosisMessages.AskUnix(), payload =>
        {
            if (DiagnosisMessages.ReadUnix(payload) is { Listens: true } socket)
            {
                found.Add(socket);
            }
        }).Select(_ => (IReadOnlyList<UnixSocket>)found);
    }

    private static Reading<bool> Ask(byte[] question, NetlinkMessages.Visit visit)
    {
        if (!OperatingSystem.IsLinux())
        {
            return Readings.Missing<bool>(new Unread(What, UnreadReason.Unsupported, "only Linux has it", "Linux"));
        }

        var descriptor = Libc.Socket(
            HostCalls.AfNetlink, HostCalls.SockRaw | Libc.SockCloseOnExec, HostCalls.NetlinkSockDiag);
        if (descriptor < 0)
        {
            return Failed(Marshal.GetLastPInvokeError());
        }

        using var handle = new SafeFileHandle(descriptor, ownsHandle: true);
        fixed (byte* start = question)
        {
            return Libc.Send(descriptor, start, (nuint)question.Length, 0) < 0
                ? Failed(Marshal.GetLastPInvokeError())
                : Receive(descriptor, visit);
        }
    }

    private static Reading<bool> Receive(int descriptor, NetlinkMessages.Visit visit)
    {
        var buffer = new byte[Buffer];
        for (var datagrams = 0; datagrams < MaxDatagrams; datagrams++)
        {
            var entry = new Libc.PollEntry { Descriptor = descriptor, Wanted = Libc.PollIn };
            if (Libc.Poll(&entry, 1, Patience) == 0)
            {
                return Readings.Missing<bool>(new Unread(What, UnreadReason.TimedOut, "the kernel did not answer"));
            }

            nint length;
            fixed (byte* start = buffer)
            {
                length = HostCalls.Receive(descriptor, start, Buffer, Libc.MessageDontWait);
            }

            if (length <= 0 && Marshal.GetLastPInvokeError() is not (Errno.EINTR or Errno.EAGAIN) and var errno)
            {
                return Failed(errno);
            }

            if (length > 0 && NetlinkMessages.Read(buffer.AsSpan(0, (int)length), visit) is { } end)
            {
                return end == 0 ? Readings.Of(true) : Failed(end);
            }
        }

        return Readings.Missing<bool>(new Unread(What, UnreadReason.Failed, "more sockets than are read"));
    }

    private static Reading<bool> Failed(int errno) => Readings.Missing<bool>(HostFile.Failed(What, errno));
}
