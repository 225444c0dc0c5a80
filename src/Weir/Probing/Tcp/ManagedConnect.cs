using System.Net;
using System.Net.Sockets;

namespace Weir.Probing.Tcp;

/// <summary>The connect probe on systems that are not Linux: the same record with less in it.</summary>
internal static class ManagedConnect
{
    public static async Task<OpenedConnection> OpenAsync(
        ConnectRequest request, TimeProvider time, CancellationToken stop)
    {
        var at = time.GetUtcNow();
        var started = time.GetTimestamp();
        Socket? socket = null;
        var step = ConnectStep.Open;
        int? errno = 0;
        try
        {
            socket = Open(request.Endpoint);
            step = ConnectStep.Bind;
            if (request.Source is { } source)
            {
                socket.Bind(new IPEndPoint(source, 0));
            }

            step = ConnectStep.Connect;
            await ConnectAsync(socket, request, time, stop).ConfigureAwait(false);
        }
        catch (SocketException error)
        {
            errno = SocketErrors.ToErrno(error.SocketErrorCode);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            errno = null;
        }
        catch (OperationCanceledException)
        {
            socket?.Dispose();
            throw;
        }

        var took = time.GetElapsedTime(started);
        var attempt = new ConnectAttempt(request.Endpoint, at, took, errno, step)
        {
            Local = errno == 0 ? socket?.LocalEndPoint as IPEndPoint : null,
            NoSourceAddress = step == ConnectStep.Bind && errno == Errno.EADDRNOTAVAIL,
        };
        return Keep(attempt, socket);
    }

    private static Socket Open(EndPoint endpoint) => new(
        endpoint.AddressFamily,
        SocketType.Stream,
        endpoint is IPEndPoint ? ProtocolType.Tcp : ProtocolType.Unspecified);

    private static async Task ConnectAsync(
        Socket socket, ConnectRequest request, TimeProvider time, CancellationToken stop)
    {
        using var deadline = new CancellationTokenSource(request.Limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, deadline.Token);
        await socket.ConnectAsync(request.Endpoint, either.Token).ConfigureAwait(false);
    }

    private static OpenedConnection Keep(ConnectAttempt attempt, Socket? socket)
    {
        if (attempt.Connected)
        {
            return new OpenedConnection(attempt, socket);
        }

        socket?.Dispose();
        return new OpenedConnection(attempt, null);
    }
}
