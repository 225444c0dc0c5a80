using System.Net.Security;
using System.Net.Sockets;
using Weir.Vocabulary;

namespace Weir.Probing.Http;

/// <summary>
/// Sees what the platform's client does below one HTTP/2 request: how far it came, the only connection it may open,
/// the bytes on it and their end.
/// </summary>
internal sealed class Http2Watch(Http2Target target, TimeProvider clock, CancellationToken limit)
{
    private readonly Http2FrameWatch _frames = new();
    private readonly TaskCompletionSource _refused = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly long _start = clock.GetTimestamp();
    private int _connections;

    /// <summary>How far the request came.</summary>
    public Phase Phase { get; private set; } = Phase.Connect;

    /// <summary>When the connection stood; null where it did not.</summary>
    public TimeSpan? ConnectedAt { get; private set; }

    /// <summary>When the protocol could be spoken, after TLS where there is TLS.</summary>
    public TimeSpan? ReadyAt { get; private set; }

    /// <summary>Whether the peer refused the request unprocessed, so that the platform would ask again.</summary>
    public bool WasRefused => Refusal is not null || _connections > 1;

    /// <summary>Ends when the peer has refused the request; never where it does not.</summary>
    public Task Refused => _refused.Task;

    /// <summary>The error code with which it did (RFC 9113 section 7); null without one.</summary>
    public long? Refusal => _frames.Refusal;

    /// <summary>What was wrong with the certificate.</summary>
    public SslPolicyErrors CertificateErrors { get; private set; }

    /// <summary>The connection's stream inside TLS; null before it stood.</summary>
    public WatchedStream? Stream { get; private set; }

    /// <summary>Time since the start.</summary>
    public TimeSpan Elapsed => clock.GetElapsedTime(_start);

    /// <summary>A handler that asks once: no proxy, no cookies, no redirects, no second connection.</summary>
    public SocketsHttpHandler Handler(ExchangeLimits limits) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        ActivityHeadersPropagator = null,
        ConnectTimeout = limits.Total,
        MaxResponseHeadersLength = limits.Head.Bytes / 1024,
        ConnectCallback = (_, _) => ConnectAsync(),
        PlaintextStreamFilter = (context, _) => ValueTask.FromResult<Stream>(Watch(context.PlaintextStream)),
        SslOptions = new SslClientAuthenticationOptions
        {
            RemoteCertificateValidationCallback = (_, _, _, errors) => Accept(errors),
        },
    };

    private async ValueTask<Stream> ConnectAsync()
    {
        if (Interlocked.Increment(ref _connections) > 1)
        {
            throw new IOException("One question is asked on one connection.");
        }

        var socket = target.EndPoint is UnixDomainSocketEndPoint
            ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified)
            : new Socket(SocketType.Stream, ProtocolType.Tcp);
        try
        {
            await socket.ConnectAsync(target.EndPoint, limit).ConfigureAwait(false);
        }
        catch
        {
            socket.Dispose();
            throw;
        }

        ConnectedAt = Elapsed;
        Phase = target.Tls ? Phase.Tls : Phase.Send;
        return new NetworkStream(socket, ownsSocket: true);
    }

    private WatchedStream Watch(Stream plaintext)
    {
        ReadyAt = Elapsed;
        Phase = Phase.Headers;
        Stream = new WatchedStream(plaintext, Look);
        return Stream;
    }

    private void Look(ReadOnlyMemory<byte> received)
    {
        _frames.Add(received.Span);
        if (Refusal is not null)
        {
            _refused.TrySetResult();
        }
    }

    private bool Accept(SslPolicyErrors errors)
    {
        CertificateErrors = errors;
        return target.Insecure || errors == SslPolicyErrors.None;
    }
}
