using Weir.Probing.Http;
using Weir.Probing.Tcp;
using Weir.Probing.Tls;
using Weir.Vocabulary;

namespace Weir.Probing.Upstream;

/// <summary>What a gateway's request met when it was made again.</summary>
/// <param name="Connect">The connection.</param>
/// <param name="Tls">The handshake; null without TLS or without a connection.</param>
/// <param name="Exchange">Request and answer; null where it did not come to that.</param>
public sealed record UpstreamAttempt(ConnectAttempt Connect, TlsHandshake? Tls, HttpExchange? Exchange)
{
    /// <summary>The gateway does not verify, so a certificate's fault is none for it.</summary>
    public bool IgnoresCertificate { get; init; }

    /// <summary>What a FastCGI application wrote to its standard error; empty for nothing. May hold secrets.</summary>
    public string Errors { get; init; } = "";

    /// <summary>What failed on the wire; null where nothing did.</summary>
    public Failure? Failure => Exchange is not null ? Exchange.Failure
        : Connect.Failure ?? (IgnoresCertificate && Tls?.Failure == Vocabulary.Failure.TlsCertificate ? null
            : Tls?.Failure);
}
