using System.Net;

namespace Weir.Probing.Tcp;

/// <summary>
/// One probe of a path trace: a packet that lives for a number of hops, and what comes back. Linux only.
/// </summary>
internal static class HopProbe
{
    /// <summary>The first of the ports that traceroute made known; nothing listens on them.</summary>
    private const int FirstUdpPort = 33434;

    public static async Task<PathHop> TcpAsync(
        TraceRequest request, int distance, TimeProvider time, CancellationToken stop)
    {
        var ask = new ConnectRequest(request.Target, request.HopTimeout) { HopLimit = distance };
        using var opened = await LinuxConnect.OpenAsync(ask, time, stop).ConfigureAwait(false);
        var attempt = opened.Attempt;
        var target = request.Target.Address;
        return attempt switch
        {
            { Icmp: { } icmp } => Hop(distance, icmp, target, attempt.Took),
            { HostAnswered: true } => new PathHop(distance, HopAnswer.Target, target, attempt.Took),
            { Silent: true } => new PathHop(distance, HopAnswer.Silence),
            { Errno: { } errno } => NotSent(distance, errno),
            _ => new PathHop(distance, HopAnswer.Silence),
        };
    }

    public static async Task<PathHop> UdpAsync(
        TraceRequest request, int distance, TimeProvider time, CancellationToken stop)
    {
        var target = request.Target.Address;
        using var socket = Send(new IPEndPoint(target, FirstUdpPort + distance), distance, out var errno);
        if (socket is null || errno != 0)
        {
            return NotSent(distance, errno);
        }

        var sent = time.GetTimestamp();
        var ready = await WaitAsync(socket, request.HopTimeout, time, stop).ConfigureAwait(false);
        var took = time.GetElapsedTime(sent, ready.At);
        return socket.TakeIcmpError() switch
        {
            { } icmp => Hop(distance, icmp, target, took),
            null when (ready.Events & Libc.PollIn) != 0 => new PathHop(distance, HopAnswer.Target, target, took),
            null => new PathHop(distance, HopAnswer.Silence),
        };
    }

    private static RawSocket? Send(IPEndPoint target, int hops, out int errno)
    {
        errno = Readiness.Start();
        var socket = errno == 0
            ? RawSocket.Open(target.AddressFamily, Libc.SockDatagram, out errno)
            : null;
        if (socket is not null)
        {
            _ = socket.KeepIcmpErrors();
            _ = socket.LimitHops(hops);
            errno = socket.Connect(target);
            errno = errno == 0 ? socket.Send([0]) : errno;
        }

        return socket;
    }

    private static async Task<Readiness.Ready> WaitAsync(
        RawSocket socket, TimeSpan limit, TimeProvider time, CancellationToken stop)
    {
        using var deadline = new CancellationTokenSource(limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, deadline.Token);
        try
        {
            return await Readiness.WaitAsync(socket.Descriptor, Libc.PollIn, time, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            stop.ThrowIfCancellationRequested();
            return new Readiness.Ready(socket.EventsNow(Libc.PollIn), time.GetTimestamp());
        }
    }

    private static PathHop Hop(int distance, IcmpError icmp, IPAddress target, TimeSpan took)
        => new(distance, PathHop.Of(icmp, target), icmp.Sender, took) { Icmp = icmp };

    private static PathHop NotSent(int distance, int errno)
        => new(distance, HopAnswer.NotSent) { SendErrno = errno };
}
