using System.Text.Json.Nodes;
using Weir.Diagnosis;
using Weir.Probing.Checks;
using Weir.Probing.Tls;
using static Weir.Diagnosis.Observable;

namespace Weir.Probing.Readings;

/// <summary>
/// What the handshakes say: the certificate, the versions, the name, or that no TLS is spoken at all.
/// </summary>
internal static class TlsReading
{
    /// <summary>A certificate that ends within this many days deserves a word before it fails.</summary>
    private const int SoonDays = 14;

    // Products that open TLS on the visitor's side and sign for the site in their own name.
    private static readonly string[] Interceptors =
    [
        "Zscaler", "Fortinet", "FortiGate", "Netskope", "Blue Coat", "Symantec Web Gateway", "Cisco Umbrella",
        "Kaspersky", "ESET", "Avast", "AVG ", "Bitdefender", "Sophos", "McAfee", "Palo Alto", "Check Point",
        "Barracuda", "mitmproxy", "Fiddler", "Charles Proxy",
    ];

    public static IEnumerable<Finding> Of(SiteView view)
    {
        var shaken = view.AsAsked.FirstOrDefault(each => each.Tls is not null);
        return shaken is null ? []
            : shaken.Tls!.Failure is null ? EndsSoon(shaken, shaken.Tls)
            : [Failed(shaken, shaken.Tls, view)];
    }

    private static Finding Failed(Sampled sampled, TlsHandshake tls, SiteView view)
    {
        var without = Variant(view, TlsVariation.WithoutName);
        var old = Variant(view, TlsVariation.OnlyTls12);
        var current = Variant(view, TlsVariation.OnlyTls13);
        List<(Observable, bool)> answers = [.. Answers(tls)];
        if (!tls.Completed && tls.End is not (HandshakeEnd.PlainHttp or HandshakeEnd.NotTls))
        {
            answers.Add((VersionRefused, tls.Alert?.Number is 70 or 71 || old?.Completed != current?.Completed));
        }

        return new Finding
        {
            Source = Source.Probe,
            Hop = Hops.Site,
            At = sampled.At,
            Shows = tls.Failure,
            Says = TlsWords.Of(tls) + Variants(tls, without, old, current),
            Answers = [.. answers],
            Data = new JsonObject
            {
                ["end"] = Vocabulary.Spelling.Kebab(tls.End),
                ["alert"] = tls.Alert?.Number,
                ["subject"] = tls.Certificate?.Subject,
                ["issuer"] = tls.Certificate?.Issuer,
                ["days_left"] = tls.Certificate?.DaysLeft,
            },
        };
    }

    /// <summary>What a handshake that failed answers.</summary>
    public static IEnumerable<(Observable, bool)> Answers(TlsHandshake tls)
    {
        var faults = tls.Certificate?.Faults ?? [];
        return
        [
            (CertificateExpired, faults.Any(IsOutOfTime)),
            (ChainUntrusted, faults.Any(IsDistrust)),
            (NameDiffers, faults.Contains(CertificateFault.NameMismatch)),
            (ProtocolMixedUp, tls.End is HandshakeEnd.PlainHttp),
            (OtherProtocolSpoken, tls.End is HandshakeEnd.NotTls),
            (InterceptorAnswers, Interceptors.Any(name =>
                Issuer(tls).Contains(name, StringComparison.OrdinalIgnoreCase))),
            (ClientCertificateWanted, tls.AsksClientCertificate || tls.Alert?.Number == 116),
        ];
    }

    private static string Issuer(TlsHandshake tls) => tls.Certificate?.Issuer ?? "";

    private static bool IsOutOfTime(CertificateFault fault)
        => fault is CertificateFault.Expired or CertificateFault.NotYetValid;

    private static bool IsDistrust(CertificateFault fault)
        => !IsOutOfTime(fault) && fault != CertificateFault.NameMismatch;

    private static string Variants(TlsHandshake tls, TlsHandshake? without, TlsHandshake? old, TlsHandshake? current)
        => (tls.Completed, without?.Completed, old?.Completed, current?.Completed) switch
        {
            (false, true, _, _) => " Without the name (SNI) the handshake works.",
            (_, _, true, false) => " Only TLS 1.2 works, TLS 1.3 does not.",
            (_, _, false, true) => " Only TLS 1.3 works, TLS 1.2 does not.",
            _ => "",
        };

    private static IEnumerable<Finding> EndsSoon(Sampled sampled, TlsHandshake tls)
    {
        if (tls.Certificate is { } certificate)
        {
            yield return new Finding
            {
                Source = Source.Probe,
                Hop = Hops.Site,
                At = sampled.At,
                Says = certificate.DaysLeft < SoonDays
                    ? $"The certificate ends in {certificate.DaysLeft} days: renew it."
                    : $"The certificate is good for another {certificate.DaysLeft} days.",
                Data = new JsonObject { ["days_left"] = certificate.DaysLeft },
            };
        }
    }

    private static TlsHandshake? Variant(SiteView view, TlsVariation variation)
        => view.Observed.Of<Shaken>().FirstOrDefault(each => each.Look.Variation == variation)?.Handshake;
}
