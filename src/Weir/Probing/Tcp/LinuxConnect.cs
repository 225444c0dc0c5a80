using System.Net;

namespace Weir.Probing.Tcp;

/// <summary>The connect probe by <c>connect(2)</c> and the socket's error queue.</summary>
internal static class LinuxConnect
{
    public static async Task<OpenedConnection> OpenAsync(
        ConnectRequest request, TimeProvider time, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        var at = time.GetUtcNow();
        var started = time.GetTimestamp();

        using var socket = Open(request, out var end);
        if (socket is not null && end.Errno == Errno.EINPROGRESS)
        {
            end = await SettleAsync(socket, request.Limit, time, stop).ConfigureAwait(false);
        }

        var attempt = new ConnectAttempt(
            request.Endpoint, at, time.GetElapsedTime(started, end.At ?? time.GetTimestamp()), end.Errno, end.Step)
        {
            Local = socket?.Local(),
            Icmp = end.Icmp ?? socket?.TakeIcmpError(),
            Tcp = socket is null || request.Endpoint is not IPEndPoint ? null : SocketOptions.Tcp(socket.Descriptor),
            NoSourceAddress = LacksSource(request.Endpoint, end),
        };
        return new OpenedConnection(attempt, attempt.Connected ? socket?.HandOn() : null);
    }

    /// <summary>Opens, binds and begins to connect; null when there is not even a socket.</summary>
    private static RawSocket? Open(ConnectRequest request, out End end)
    {
        end = new End(Readiness.Start(), ConnectStep.Open);
        if (end.Errno != 0)
        {
            return null;
        }

        var socket = RawSocket.Open(request.Endpoint.AddressFamily, Libc.SockStream, out var errno);
        end = new End(errno, ConnectStep.Open);
        if (socket is null)
        {
            return null;
        }

        if (request.Endpoint is IPEndPoint)
        {
            // Without it the attempt still tells its errno; only the ICMP detail is missing.
            _ = socket.KeepIcmpErrors();
        }

        if (request.HopLimit is { } hops)
        {
            _ = socket.LimitHops(hops);
        }

        if (request.MaxSegment is { } segment)
        {
            _ = SocketOptions.Set(socket.Descriptor, Libc.LevelTcp, Libc.TcpMaxSegment, segment);
        }

        errno = request.Source is { } source ? socket.Bind(new IPEndPoint(source, 0)) : 0;
        end = errno != 0
            ? new End(errno, ConnectStep.Bind)
            : new End(socket.Connect(request.Endpoint), ConnectStep.Connect);
        return socket;
    }

    /// <summary>
    /// Waits for the answer. An ICMP error may wake the wait without ending the attempt: then the kernel goes on
    /// trying, and so do we.
    /// </summary>
    private static async Task<End> SettleAsync(
        RawSocket socket, TimeSpan limit, TimeProvider time, CancellationToken stop)
    {
        using var deadline = new CancellationTokenSource(limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, deadline.Token);
        IcmpError? icmp = null;
        while (true)
        {
            var ready = await WaitAsync(socket, time, either.Token, stop).ConfigureAwait(false);
            var errno = socket.TakeError();
            icmp = socket.TakeIcmpError() ?? icmp;
            if (errno != 0 || (ready.Events & Libc.PollOut) != 0)
            {
                return new End(errno, ConnectStep.Connect, ready.At, icmp);
            }

            if (ready.Events == 0)
            {
                return new End(null, ConnectStep.Connect, ready.At, icmp);
            }
        }
    }

    /// <summary>
    /// No events mean that the limit was reached: an answer that came meanwhile is looked for once more.
    /// </summary>
    private static async Task<Readiness.Ready> WaitAsync(
        RawSocket socket, TimeProvider time, CancellationToken either, CancellationToken stop)
    {
        try
        {
            return await Readiness.WaitAsync(socket.Descriptor, Libc.PollOut, time, either).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            stop.ThrowIfCancellationRequested();
            return new Readiness.Ready(socket.EventsNow(Libc.PollOut), time.GetTimestamp());
        }
    }

    /// <summary>
    /// EADDRNOTAVAIL says two things: no port is left, or no address is there to send from. A UDP socket needs the
    /// address and hardly ever lacks a port, so it tells them apart.
    /// </summary>
    private static bool LacksSource(EndPoint endpoint, End end) =>
        end.Errno == Errno.EADDRNOTAVAIL
        && endpoint is IPEndPoint remote
        && (end.Step == ConnectStep.Bind || RouteCheck.To(remote.Address).Errno == Errno.EADDRNOTAVAIL);

    private readonly record struct End(int? Errno, ConnectStep Step, long? At = null, IcmpError? Icmp = null);
}
