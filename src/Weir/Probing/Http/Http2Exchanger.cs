using System.Net;
using Weir.Vocabulary;

namespace Weir.Probing.Http;

/// <summary>
/// Asks one question in HTTP/2 through the platform's client and tells what was seen. It shows less than
/// <see cref="HttpExchanger"/>: no sizes of heads, no order among fields, and no interim answers.
/// </summary>
public static class Http2Exchanger
{
    /// <summary>
    /// Connects (1), asks and awaits the head (2), reads the body (3) and reports (4). What the peer does never throws.
    /// </summary>
    /// <param name="target">Where to connect.</param>
    /// <param name="question">What to ask; its <see cref="HttpQuestion.Problem"/> must be null.</param>
    /// <param name="limits">How long to wait and how much to take; connecting and TLS count with the head.</param>
    /// <param name="clock">The clock of timings and limits.</param>
    /// <param name="stop">Abandons the exchange.</param>
    /// <exception cref="ArgumentException">The question cannot be sent as one request.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="stop"/> was cancelled.</exception>
    public static async Task<HttpExchange> AskAsync(
        Http2Target target,
        HttpQuestion question,
        ExchangeLimits limits,
        TimeProvider clock,
        CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(limits);
        if (question.Problem is { } problem)
        {
            throw new ArgumentException($"The request cannot be sent: {problem}.", nameof(question));
        }

        using var total = new CancellationTokenSource(limits.Total, clock);
        using var head = new CancellationTokenSource(limits.Headers, clock);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop, total.Token, head.Token);
        var watch = new Http2Watch(target, clock, limit.Token);
        using var client = new HttpMessageInvoker(watch.Handler(limits)); // 1
        using var request = Request(target, question);
        try
        {
            using var response = await SendAsync(client, request, watch, limit).ConfigureAwait(false); // 2
            head.CancelAfter(Timeout.InfiniteTimeSpan);
            var body = new Http2Body(response, limits, clock, watch, total.Token);
            await body.ReadAsync(stop).ConfigureAwait(false); // 3
            var seen = body.Report(Seen(target, question, watch)); // 4
            return seen with { Failure = ExchangeFailure.Of(seen) };
        }
        catch (Exception error) when (error is HttpRequestException or IOException or OperationCanceledException)
        {
            stop.ThrowIfCancellationRequested();
            return WithoutHead(Seen(target, question, watch), error, watch);
        }
    }

    // One question is asked once: a refusal ends the exchange before the platform asks again.
    private static async Task<HttpResponseMessage> SendAsync(
        HttpMessageInvoker client, HttpRequestMessage request, Http2Watch watch, CancellationTokenSource limit)
    {
        var sending = client.SendAsync(request, limit.Token);
        if (await Task.WhenAny(sending, watch.Refused).ConfigureAwait(false) != sending)
        {
            await limit.CancelAsync().ConfigureAwait(false);
        }

        return await sending.ConfigureAwait(false);
    }

    private static HttpRequestMessage Request(Http2Target target, HttpQuestion question)
    {
        var request = new HttpRequestMessage(new HttpMethod(question.MethodName), target.AddressOf(question))
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        foreach (var (name, value) in question.Fields)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return request;
    }

    private static HttpExchange Seen(Http2Target target, HttpQuestion question, Http2Watch watch) => new()
    {
        Endpoint = target.Name,
        Asked = question.Masked(),
        RequestSent = watch.Phase == Phase.Headers,
        BytesReceived = watch.Stream?.Received.Count ?? 0,
        Timings = new ExchangeTimings(
            watch.ConnectedAt,
            target.Tls ? watch.ReadyAt - watch.ConnectedAt : null,
            null,
            null,
            null,
            null,
            watch.Elapsed),
    };

    private static HttpExchange WithoutHead(HttpExchange seen, Exception error, Http2Watch watch)
    {
        var end = watch.WasRefused ? default
            : error is OperationCanceledException ? new WireRead(0, ConnectionEnd.TimedOut)
            : watch.Stream is { } stream ? stream.End : WireError.Of(error);
        return seen with
        {
            Failure = Http2Failure.Of(error, watch),
            ConnectionEnd = end.End,
            Errno = end.Errno,
            TlsAlert = end.TlsAlert,
            Http2Error = watch.Refusal ?? Http2Failure.CodeOf(error),
            FirstBytes = [.. (watch.Stream?.Received.Kept ?? default).Span],
            Speaks = Http2Failure.Speaks(watch),
        };
    }
}
