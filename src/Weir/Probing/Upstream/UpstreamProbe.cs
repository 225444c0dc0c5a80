using Weir.Configurations;
using Weir.Host;
using Weir.Probing.Http;
using Weir.Probing.Tcp;
using Weir.Probing.Tls;

namespace Weir.Probing.Upstream;

/// <summary>Sends a gateway's request from the gateway's seat, and tells where it breaks.</summary>
public static class UpstreamProbe
{
    /// <summary>The most that is read of a body: what is beyond has nothing to say about a failure.</summary>
    private const long BodyBytes = 1024 * 1024;

    /// <summary>
    /// Connects (1), shakes hands (2) and asks (3). What the peer does never throws; a seat that may not be entered is
    /// told.
    /// </summary>
    /// <exception cref="OperationCanceledException"><paramref name="stop"/> was cancelled.</exception>
    public static async Task<Reading<UpstreamAttempt>> AskAsync(
        UpstreamQuestion question, TimeProvider clock, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(question);
        var entered = question.Seat.Inside(() => Host.Readings.Of(ConnectProbe.OpenAsync( // 1
            new ConnectRequest(question.Endpoint, question.ConnectPatience) { MaxSegment = question.MaxSegment },
            clock, stop)));
        if (!entered.TryGet(out var connecting))
        {
            return Host.Readings.Missing<UpstreamAttempt>(entered.Missing!);
        }

        using var opened = await connecting.ConfigureAwait(false);
        return Host.Readings.Of(!opened.Attempt.Connected ? new UpstreamAttempt(opened.Attempt, null, null)
            : IsTls(question.Protocol) ? await ShakeAsync(question, opened, clock, stop).ConfigureAwait(false)
            : await SpeakAsync(question, opened.Attempt, opened.Stream(), null, clock, stop).ConfigureAwait(false));
    }

    private static async Task<UpstreamAttempt> ShakeAsync(
        UpstreamQuestion question, OpenedConnection opened, TimeProvider clock, CancellationToken stop)
    {
        var options = new TlsOptions
        {
            Host = question.VerifiedName ?? question.ServerName,
            SendName = question.ServerName is not null,
            Alpn = question.Protocol == HopProtocol.Grpcs ? ["h2"] : [],
            Limit = question.Patience,
            Roots = question.Roots,
        };
        await using var session = await TlsProbe.RunAsync(opened.Stream(), options, clock, stop) // 2
            .ConfigureAwait(false);
        var shaken = session.Handshake;
        var ignores = question.VerifiedName is null;
        var accepted = shaken.Failure is null || (ignores && shaken.Completed);
        return session.Channel is { } channel && accepted
            ? await SpeakAsync(question, opened.Attempt, channel, shaken, clock, stop).ConfigureAwait(false)
                with
            { IgnoresCertificate = ignores }
            : new(opened.Attempt, shaken, null);
    }

    private static async Task<UpstreamAttempt> SpeakAsync(
        UpstreamQuestion question, ConnectAttempt connect, Stream stream, TlsHandshake? tls, TimeProvider clock,
        CancellationToken stop)
    {
        var connection = new HttpConnection(stream, connect.EndpointName, connect.Took, tls?.Elapsed);
        var limits = new ExchangeLimits
        {
            Send = question.Patience,
            Headers = question.Patience,
            BodyPause = question.Patience,
            Total = question.Patience + TimeSpan.FromMilliseconds(100),
            BodyBytes = BodyBytes,
        };
        return question.Protocol switch // 3
        {
            HopProtocol.Http or HopProtocol.Https => new(connect, tls, await HttpExchanger.AskAsync(
                connection, new HttpQuestion(ProbeMethod.Get, question.Target, question.Host, question.Fields), limits,
                clock, stop).ConfigureAwait(false)),
            HopProtocol.FastCgi => await FastCgiExchanger.AskAsync(
                connect, connection, question, limits, clock, stop).ConfigureAwait(false),

            // Their own protocols are not spoken; that somebody takes the connection is all that is known.
            HopProtocol.Grpc or HopProtocol.Grpcs or HopProtocol.Uwsgi or HopProtocol.Uwsgis or HopProtocol.Scgi
                or HopProtocol.Memcached => new(connect, tls, null),
        };
    }

    private static bool IsTls(HopProtocol protocol)
        => protocol is HopProtocol.Https or HopProtocol.Grpcs or HopProtocol.Uwsgis;
}
