using System.Net.Security;

namespace Weir.Probing.Tls;

/// <summary>A finished attempt: its facts and, where the handshake completed, the channel to go on with.</summary>
/// <param name="Handshake">What was seen.</param>
/// <param name="Channel">The encrypted stream; null where there is none. Disposing the session disposes it and its
/// transport.</param>
public sealed record TlsSession(TlsHandshake Handshake, SslStream? Channel) : IAsyncDisposable
{
    /// <summary>Closes the channel and the connection below it.</summary>
    public ValueTask DisposeAsync() => Channel?.DisposeAsync() ?? ValueTask.CompletedTask;
}
