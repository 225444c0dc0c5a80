using Weir.Probing.Tls;

namespace Weir.Probing.Readings;

/// <summary>How a handshake ended, in words for people.</summary>
internal static class TlsWords
{
    public static string Of(TlsHandshake tls) => tls.End switch
    {
        HandshakeEnd.Completed when tls.Certificate is { } certificate => Certificate(certificate, tls.NameSent),
        HandshakeEnd.Completed => "The handshake came to an end without a certificate.",
        HandshakeEnd.Alert => "The server ended the TLS handshake with the alert "
            + $"{tls.Alert?.Number} ({tls.Alert?.Name}).",
        HandshakeEnd.TimedOut => $"The TLS handshake did not finish within {Words.Time(tls.Elapsed)}.",
        HandshakeEnd.PlainHttp => "The port speaks plain HTTP: it answered the TLS handshake with text "
            + $"(\"{Short(tls.PlainText)}\").",
        HandshakeEnd.NotTls => $"The port does not speak TLS: it answered \"{Short(tls.PlainText)}\".",
        HandshakeEnd.Closed => "The server closed the connection in the middle of the TLS handshake.",
        HandshakeEnd.Reset => "The server reset the connection in the middle of the TLS handshake.",
        HandshakeEnd.Failed => $"The TLS handshake failed: {Short(tls.Error)}.",
    };

    private static string Certificate(TlsCertificate certificate, string? name)
        => string.Join(" ", certificate.Faults.Select(fault => fault switch
        {
            CertificateFault.Expired =>
                $"The certificate ended on {certificate.NotAfter:yyyy-MM-dd} ({-certificate.DaysLeft} days ago).",
            CertificateFault.NotYetValid => $"The certificate begins only on {certificate.NotBefore:yyyy-MM-dd}.",
            CertificateFault.NameMismatch => $"The certificate is for {string.Join(", ", certificate.Names.Take(3))}, "
                + $"not for {name ?? "the name asked for"}.",
            _ => certificate.SignedItself
                ? $"The certificate is signed by itself ({certificate.Subject})."
                : $"The certificate leads to no trusted authority ({Vocabulary.Spelling.Kebab(fault)}, "
                    + $"issuer {certificate.Issuer}).",
        }).Distinct());

    private static string Short(string? text) => text is null ? "" : text.Length <= 60 ? text : text[..60] + "…";
}
