using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace Weir.Probing.Tcp;

/// <summary>
/// A non-blocking socket of the system itself: its calls return the errno that the platform's sockets fold together.
/// 0 is success. Linux only.
/// </summary>
internal sealed unsafe class RawSocket : IDisposable
{
    /// <summary>
    /// Enough for the control messages of one ICMP error with an IPv6 address, and for those beside it.
    /// </summary>
    private const int ControlBytes = 512;

    /// <summary>Errors read from one queue at a time: a flood of ICMP errors must not keep a probe busy.</summary>
    private const int MaxErrorsRead = 16;

    private readonly bool _v6;
    private readonly bool _ip;

    private RawSocket(int descriptor, AddressFamily family)
    {
        Descriptor = descriptor;
        _v6 = family == AddressFamily.InterNetworkV6;
        _ip = _v6 || family == AddressFamily.InterNetwork;
    }

    /// <summary>The descriptor; -1 once it is closed or handed on.</summary>
    public int Descriptor { get; private set; }

    /// <summary>Opens a socket of <paramref name="type"/>; null with the reason in <paramref name="errno"/>.</summary>
    public static RawSocket? Open(AddressFamily family, int type, out int errno)
    {
        var domain = family switch
        {
            AddressFamily.InterNetwork => Libc.AfInet,
            AddressFamily.InterNetworkV6 => Libc.AfInet6,
            AddressFamily.Unix => Libc.AfUnix,
            _ => throw new ArgumentException($"No probe for addresses of the family {family}.", nameof(family)),
        };
        var descriptor = Libc.Socket(domain, type | Libc.SockNonBlocking | Libc.SockCloseOnExec, 0);
        errno = descriptor < 0 ? Marshal.GetLastPInvokeError() : 0;
        return descriptor < 0 ? null : new RawSocket(descriptor, family);
    }

    /// <summary>Asks the kernel to keep ICMP errors for us, whole. No privilege is needed.</summary>
    public bool KeepIcmpErrors() => _v6
        ? SocketOptions.Set(Descriptor, Libc.LevelIpv6, Libc.Ipv6ReceiveErrors, 1)
        : SocketOptions.Set(Descriptor, Libc.LevelIp, Libc.IpReceiveErrors, 1);

    /// <summary>Lets packets live for <paramref name="hops"/> hops only.</summary>
    public bool LimitHops(int hops) => _v6
        ? SocketOptions.Set(Descriptor, Libc.LevelIpv6, Libc.Ipv6UnicastHops, hops)
        : SocketOptions.Set(Descriptor, Libc.LevelIp, Libc.IpTtl, hops);

    public int Bind(EndPoint local)
    {
        var address = local.Serialize();
        fixed (byte* start = address.Buffer.Span)
        {
            return Result(Libc.Bind(Descriptor, start, (uint)address.Size));
        }
    }

    public int Connect(EndPoint remote)
    {
        var address = remote.Serialize();
        fixed (byte* start = address.Buffer.Span)
        {
            return Result(Libc.Connect(Descriptor, start, (uint)address.Size));
        }
    }

    public int Send(ReadOnlySpan<byte> data)
    {
        fixed (byte* start = data)
        {
            return Result(Libc.Send(Descriptor, start, (nuint)data.Length, Libc.MessageNoSignal));
        }
    }

    /// <summary>The error that waits at the socket; reading it clears it.</summary>
    public int TakeError() => SocketOptions.Number(Descriptor, Libc.LevelSocket, Libc.SocketError) ?? 0;

    /// <summary>The events that are there now, without waiting.</summary>
    public short EventsNow(short wanted)
    {
        var entry = new Libc.PollEntry { Descriptor = Descriptor, Wanted = wanted };
        return Libc.Poll(&entry, 1, 0) > 0 ? entry.Seen : (short)0;
    }

    /// <summary>The last ICMP error in the queue, which is emptied; null when there is none.</summary>
    public IcmpError? TakeIcmpError()
    {
        IcmpError? last = null;
        Span<byte> control = stackalloc byte[ControlBytes];
        for (var i = 0; _ip && i < MaxErrorsRead && ReadControl(control, out var length); i++)
        {
            last = ErrorQueue.Parse(control[..length]) ?? last;
        }

        return last;
    }

    /// <summary>The address and port on our side; null when there is none.</summary>
    public IPEndPoint? Local()
    {
        var address = new SocketAddress(_v6 ? AddressFamily.InterNetworkV6 : AddressFamily.InterNetwork);
        var length = (uint)address.Size;
        fixed (byte* start = address.Buffer.Span)
        {
            return _ip && Libc.LocalName(Descriptor, start, &length) == 0
                ? (IPEndPoint)new IPEndPoint(_v6 ? IPAddress.IPv6Any : IPAddress.Any, 0).Create(address)
                : null;
        }
    }

    /// <summary>Gives the descriptor to a socket of the platform, which closes it from now on.</summary>
    public Socket HandOn()
    {
        // The platform refuses to block on a socket that was not blocking before; it switches by itself when it must.
        _ = Libc.Control(Descriptor, Libc.SetStatusFlags, 0);
        var socket = new Socket(new SafeSocketHandle(Descriptor, ownsHandle: true));
        Descriptor = -1;
        return socket;
    }

    public void Dispose()
    {
        if (Descriptor >= 0)
        {
            // Linux frees the descriptor whatever close(2) returns, and there is nothing to lose in it.
            _ = Libc.Close(Descriptor);
            Descriptor = -1;
        }
    }

    private static int Result(nint returned) => returned < 0 ? Marshal.GetLastPInvokeError() : 0;

    private bool ReadControl(Span<byte> control, out int length)
    {
        Span<byte> payload = stackalloc byte[128];
        fixed (byte* payloadStart = payload)
        fixed (byte* controlStart = control)
        {
            var vector = new Libc.Vector { Start = payloadStart, Length = (nuint)payload.Length };
            var message = new Libc.MessageHeader
            {
                Vectors = &vector,
                VectorCount = 1,
                Control = controlStart,
                ControlLength = (nuint)control.Length,
            };
            var got = Libc.ReceiveMessage(Descriptor, &message, Libc.MessageErrorQueue | Libc.MessageDontWait);
            length = got < 0 ? 0 : (int)message.ControlLength;
            return got >= 0;
        }
    }
}
