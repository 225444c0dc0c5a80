using System.Net.Security;
using System.Security.Authentication;

namespace Weir.Probing.Tls;

/// <summary>Shakes hands over a connection that stands, and notes what the peer does.</summary>
public static class TlsProbe
{
    /// <summary>
    /// Runs one handshake. No exception tells of the peer's behaviour: the facts do. The transport belongs to the
    /// session afterwards, or is closed when the handshake did not complete.
    /// </summary>
    /// <param name="transport">A connected stream on which nothing has been sent.</param>
    /// <param name="options">What to offer and how long to wait.</param>
    /// <param name="clock">Measures, ends the wait, and says when the certificate is looked at.</param>
    /// <param name="stop">Ends the probe early.</param>
    /// <exception cref="OperationCanceledException"><paramref name="stop"/> was cancelled.</exception>
    public static async Task<TlsSession> RunAsync(
        Stream transport, TlsOptions options, TimeProvider clock, CancellationToken stop)
    {
        var attempt = new HandshakeAttempt(options, clock);
        var watched = new WatchedStream(transport);
        var channel = new SslStream(watched, leaveInnerStreamOpen: false);
        using var limit = new CancellationTokenSource(options.Limit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, limit.Token);
        var started = clock.GetTimestamp();
        try
        {
            await channel.AuthenticateAsClientAsync(attempt.Offer(), either.Token).ConfigureAwait(false);
            watched.StopWatching();
            return new(attempt.Completed(channel, watched, clock.GetElapsedTime(started)), channel);
        }
        catch (Exception error) when (IsThePeers(error) && !stop.IsCancellationRequested)
        {
            await channel.DisposeAsync().ConfigureAwait(false);
            return new(attempt.Failed(error, watched, clock.GetElapsedTime(started)), Channel: null);
        }
        catch
        {
            await channel.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private static bool IsThePeers(Exception error)
        => error is AuthenticationException or IOException or OperationCanceledException;
}
