using System.Net;

namespace Weir.Probing.Tcp;

/// <summary>
/// Connects once and tells exactly what happened. On Linux it calls <c>connect(2)</c> itself, because the platform's
/// sockets fold errno (ENOENT and EADDRNOTAVAIL, EACCES and EPERM become one); elsewhere it tells less.
/// </summary>
/// <remarks>
/// No thread waits while an attempt is open, so many can run beside each other. On Linux the socket is opened on the
/// calling thread, before the first await: a thread that has entered a network namespace probes from inside it.
/// </remarks>
public static class ConnectProbe
{
    /// <summary>Connects and closes at once.</summary>
    /// <inheritdoc cref="OpenAsync(ConnectRequest, TimeProvider, CancellationToken)"/>
    public static async Task<ConnectAttempt> RunAsync(
        ConnectRequest request, TimeProvider time, CancellationToken stop)
    {
        using var opened = await OpenAsync(request, time, stop).ConfigureAwait(false);
        return opened.Attempt;
    }

    /// <summary>Connects and closes at once, from any address of this machine.</summary>
    /// <inheritdoc cref="OpenAsync(ConnectRequest, TimeProvider, CancellationToken)"/>
    public static Task<ConnectAttempt> RunAsync(
        EndPoint endpoint, TimeSpan limit, TimeProvider time, CancellationToken stop)
        => RunAsync(new ConnectRequest(endpoint, limit), time, stop);

    /// <summary>Connects and keeps the connection.</summary>
    /// <param name="request">Where to, from where, how long.</param>
    /// <param name="time">Measures and limits the wait.</param>
    /// <param name="stop">Gives the attempt up.</param>
    /// <exception cref="ArgumentException">
    /// The endpoint is no address and no unix socket, or the limit not positive.
    /// </exception>
    /// <exception cref="OperationCanceledException"><paramref name="stop"/> was raised before the end.</exception>
    public static Task<OpenedConnection> OpenAsync(
        ConnectRequest request, TimeProvider time, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(time);
        var asked = request.Checked();
        return OperatingSystem.IsLinux()
            ? LinuxConnect.OpenAsync(asked, time, stop)
            : ManagedConnect.OpenAsync(asked, time, stop);
    }
}
