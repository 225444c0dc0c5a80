using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Weir.Probing.Tls;

/// <summary>Judges a certificate as a careful client would, without fetching anything.</summary>
internal static class CertificateJudge
{
    private const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";

    /// <summary>How chains are built: no look-ups, so an answer takes no time and tells no third party.</summary>
    public static X509ChainPolicy Policy(DateTimeOffset at, X509Certificate2Collection? roots)
    {
        var policy = new X509ChainPolicy
        {
            DisableCertificateDownloads = true,
            RevocationMode = X509RevocationMode.NoCheck,
            VerificationTime = at.UtcDateTime,
        };
        policy.ApplicationPolicy.Add(new Oid(ServerAuthentication));
        if (roots is not null)
        {
            policy.TrustMode = X509ChainTrustMode.CustomRootTrust;
            policy.CustomTrustStore.AddRange(roots);
        }

        return policy;
    }

    /// <summary>The certificate's summary with its faults.</summary>
    public static TlsCertificate Judge(
        X509Certificate2 leaf, IReadOnlyList<X509Certificate2> sent, TlsOptions options, DateTimeOffset at)
    {
        using var chain = new X509Chain { ChainPolicy = Policy(at, options.Roots) };
        foreach (var certificate in sent.Take(TlsLimits.ChainLength))
        {
            chain.ChainPolicy.ExtraStore.Add(certificate);
        }

        var built = Build(chain, leaf);
        var matches = options.Host is null ? (bool?)null : NameRules.Matches(leaf, options.Host);
        var faults = new List<CertificateFault>(built ? [] : ChainFaults.Of(chain, leaf, at));
        if (matches == false)
        {
            faults.Add(CertificateFault.NameMismatch);
        }

        return new(
            Short(leaf.Subject), Short(leaf.Issuer), NameRules.Names(leaf), Utc(leaf.NotBefore), Utc(leaf.NotAfter),
            (int)Math.Floor((Utc(leaf.NotAfter) - at).TotalDays), leaf.GetCertHashString(HashAlgorithmName.SHA256),
            ChainFaults.SignedItself(leaf),
            [.. chain.ChainElements.Select(element => Short(element.Certificate.Subject))],
            sent.Count, matches, [.. faults.Distinct()],
            [.. chain.ChainStatus.Select(status => Short($"{status.Status}: {status.StatusInformation}"))]);
    }

    private static bool Build(X509Chain chain, X509Certificate2 leaf)
    {
        try
        {
            return chain.Build(leaf);
        }
        catch (CryptographicException)
        {
            return false; // a malformed certificate: the faults then say that the chain is not to be used
        }
    }

    private static string Short(string text) => Printable.Text(text, TlsLimits.TextLength);

    private static DateTimeOffset Utc(DateTime local) => new DateTimeOffset(local).ToUniversalTime();
}
