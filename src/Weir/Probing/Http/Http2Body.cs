using System.Net.Http.Headers;

namespace Weir.Probing.Http;

/// <summary>An HTTP/2 answer from its head to its end.</summary>
internal sealed class Http2Body(
    HttpResponseMessage response,
    ExchangeLimits limits,
    TimeProvider clock,
    Http2Watch watch,
    CancellationToken total)
{
    private const int ReadBytes = 16 * 1024;

    private readonly ByteKeeper _body = new(BodyText.MaxCodedBytes);
    private readonly TimeSpan _headAt = watch.Elapsed;
    private TimeSpan? _bodyAt;
    private BodyEnd _end = BodyEnd.Complete;
    private long? _error;

    /// <summary>Reads the body until it ends or a limit is reached.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="stop"/> was cancelled.</exception>
    public async Task ReadAsync(CancellationToken stop)
    {
        using var pause = new CancellationTokenSource(limits.BodyPause, clock);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop, total, pause.Token);
        try
        {
            await ReadAllAsync(pause, limit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            stop.ThrowIfCancellationRequested();
            _end = total.IsCancellationRequested ? BodyEnd.OutOfTime : BodyEnd.Stalled;
        }
        catch (Exception error) when (error is HttpRequestException or IOException)
        {
            (_end, _error) = (BodyEnd.CutShort, Http2Failure.CodeOf(error));
        }
    }

    /// <summary><paramref name="seen"/> with the answer filled in.</summary>
    public HttpExchange Report(HttpExchange seen)
    {
        var fields = Fields(response.Headers).Concat(Fields(response.Content.Headers)).ToList();
        var text = BodyText.Of(_body, response.Content.Headers.ContentEncoding, _end == BodyEnd.Complete);
        var end = watch.Stream?.End ?? default;
        return seen with
        {
            Status = (int)response.StatusCode,
            Reason = response.ReasonPhrase ?? string.Empty,
            Version = response.Version,
            Fields = Masking.Fields(fields),
            Trailers = Masking.Fields([.. Fields(response.TrailingHeaders)]),
            BodyStart = text.Text,
            Coding = text.Coding,
            BodyLength = _body.Count,
            AnnouncedLength = response.Content.Headers.ContentLength,
            BodyEnd = _end,
            Http2Error = _error,
            KeepsConnection = end.End == ConnectionEnd.Open,
            ConnectionEnd = EndOf(end.End),
            Errno = end.Errno,
            TlsAlert = end.TlsAlert,
            Timings = seen.Timings with
            {
                Head = _headAt - watch.ReadyAt,
                Body = _bodyAt - watch.ReadyAt,
            },
        };
    }

    private async Task ReadAllAsync(CancellationTokenSource pause, CancellationToken limit)
    {
        if (HasNoBody())
        {
            _end = BodyEnd.None;
            return;
        }

        var buffer = new byte[ReadBytes];
        var stream = await response.Content.ReadAsStreamAsync(limit).ConfigureAwait(false);
        int count;
        while ((count = await stream.ReadAsync(buffer, limit).ConfigureAwait(false)) > 0)
        {
            _body.Add(buffer.AsSpan(0, count));
            pause.CancelAfter(limits.BodyPause);
            if (_body.Count >= limits.BodyBytes)
            {
                _end = BodyEnd.LimitReached;
                return;
            }
        }

        _bodyAt = watch.Elapsed;

        // The platform does not compare what came with what was announced (RFC 9113 section 8.1.1).
        _end = _body.Count < response.Content.Headers.ContentLength ? BodyEnd.CutShort : BodyEnd.Complete;
    }

    private bool HasNoBody()
        => response.RequestMessage?.Method == HttpMethod.Head || (int)response.StatusCode is 204 or 304;

    private ConnectionEnd EndOf(ConnectionEnd seen) => _end switch
    {
        BodyEnd.Stalled or BodyEnd.OutOfTime => ConnectionEnd.TimedOut,
        BodyEnd.LimitReached => ConnectionEnd.WeStopped,
        _ => seen,
    };

    private static IEnumerable<KeyValuePair<string, string>> Fields(HttpHeaders headers)
        => headers.NonValidated.SelectMany(
            field => field.Value, (field, value) => KeyValuePair.Create(field.Key, value));
}
