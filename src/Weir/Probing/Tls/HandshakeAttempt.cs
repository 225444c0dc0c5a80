using System.Net;
using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace Weir.Probing.Tls;

/// <summary>
/// One attempt: what it offers, what the platform's callbacks tell on the way, and the facts at its end.
/// </summary>
internal sealed class HandshakeAttempt(TlsOptions options, TimeProvider clock)
{
    private TlsCertificate? _certificate;
    private bool _asked;

    private string? NameSent => options is { SendName: true, Host: { } host } && !IPAddress.TryParse(host, out _)
        ? host.TrimEnd('.')
        : null;

    /// <summary>The platform's options: every certificate passes, because it is judged here.</summary>
    public SslClientAuthenticationOptions Offer() => new()
    {
        TargetHost = NameSent ?? "",
        EnabledSslProtocols = options.Versions,
        ApplicationProtocols = options.Alpn.Count == 0
            ? null
            : [.. options.Alpn.Select(name => new SslApplicationProtocol(name))],
        CertificateChainPolicy = CertificateJudge.Policy(clock.GetUtcNow(), options.Roots),
        RemoteCertificateValidationCallback = (_, certificate, chain, _) => Judge(certificate, chain),
        LocalCertificateSelectionCallback = (_, _, _, remote, _) => Asked(remote),
        AllowTlsResume = false, // a resumed session shows no certificate
        AllowRenegotiation = false,
    };

    /// <summary>The facts of a handshake that completed.</summary>
    public TlsHandshake Completed(SslStream channel, WatchedStream watched, TimeSpan elapsed) => new(
        HandshakeEnd.Completed, NameSent, channel.SslProtocol, channel.NegotiatedCipherSuite,
        channel.NegotiatedApplicationProtocol is { Protocol.IsEmpty: false } alpn ? alpn.ToString() : null,
        _certificate, watched.Records.Alert, PlainText: null, _asked, elapsed, Error: null);

    /// <summary>The facts of a handshake that ended early.</summary>
    public TlsHandshake Failed(Exception error, WatchedStream watched, TimeSpan elapsed)
    {
        var alert = watched.Records.Alert ?? TlsErrors.AlertIn(error);
        return new(
            End(error, watched, alert), NameSent, SslProtocols.None, Cipher: null, Alpn: null, _certificate, alert,
            watched.Records.LooksLikeTls ? null : Printable.Bytes(watched.Records.First), _asked, elapsed,
            TlsErrors.Words(error));
    }

    // What was seen on the wire goes before the platform's opinion; its exception only says that time ran out.
    private static HandshakeEnd End(Exception error, WatchedStream watched, TlsAlert? alert)
    {
        if (!watched.Records.LooksLikeTls)
        {
            return watched.Records.First.StartsWith("HTTP/"u8) ? HandshakeEnd.PlainHttp : HandshakeEnd.NotTls;
        }

        return (alert, error) switch
        {
            ({ Number: not TlsAlert.CloseNotify, Fatal: not false }, _) => HandshakeEnd.Alert,
            (_, OperationCanceledException) => HandshakeEnd.TimedOut,
            _ when watched.Reset => HandshakeEnd.Reset,
            _ when watched.Closed || alert is not null => HandshakeEnd.Closed,
            _ => HandshakeEnd.Failed,
        };
    }

    private bool Judge(X509Certificate? certificate, X509Chain? chain)
    {
        if (certificate is X509Certificate2 leaf)
        {
            var others = (chain?.ChainPolicy.ExtraStore ?? []).Where(other => !other.Equals(leaf));
            _certificate = CertificateJudge.Judge(leaf, [.. others], options, clock.GetUtcNow());
        }

        return true;
    }

    private X509Certificate Asked(X509Certificate? remote)
    {
        _asked |= remote is not null; // the platform also asks once before it has heard the server
        return null!; // none to show: the delegate takes null, its annotation does not say so
    }
}
