using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Weir.Probing.Tls;

/// <summary>Turns what the platform says about a chain into the closed list of faults.</summary>
internal static class ChainFaults
{
    /// <summary>The faults of a chain that could not be built to a trusted root.</summary>
    public static IEnumerable<CertificateFault> Of(X509Chain chain, X509Certificate2 leaf, DateTimeOffset at)
    {
        var statuses = chain.ChainStatus.Select(status => status.Status).ToArray();
        return statuses.Length == 0
            ? [CertificateFault.Other]
            : statuses.Select(status => Of(status, chain, leaf, at.UtcDateTime));
    }

    /// <summary>Whether subject and issuer are the same, byte for byte.</summary>
    public static bool SignedItself(X509Certificate2 certificate)
        => certificate.SubjectName.RawData.AsSpan().SequenceEqual(certificate.IssuerName.RawData);

    private static CertificateFault Of(
        X509ChainStatusFlags status, X509Chain chain, X509Certificate2 leaf, DateTime at) => status switch
        {
            X509ChainStatusFlags.NotTimeValid when at > leaf.NotAfter.ToUniversalTime() => CertificateFault.Expired,
            X509ChainStatusFlags.NotTimeValid when at < leaf.NotBefore.ToUniversalTime()
                => CertificateFault.NotYetValid,
            X509ChainStatusFlags.NotTimeValid or X509ChainStatusFlags.NotTimeNested => CertificateFault.IssuerOutOfTime,
            X509ChainStatusFlags.UntrustedRoot when SignedItself(leaf) => CertificateFault.SelfSigned,
            X509ChainStatusFlags.UntrustedRoot => CertificateFault.UntrustedRoot,
            X509ChainStatusFlags.PartialChain => Incomplete(chain, leaf),
            X509ChainStatusFlags.NotSignatureValid => CertificateFault.BadSignature,
            X509ChainStatusFlags.NotValidForUsage or X509ChainStatusFlags.InvalidBasicConstraints
                => CertificateFault.WrongUsage,
            X509ChainStatusFlags.Revoked => CertificateFault.Revoked,
            _ => CertificateFault.Other,
        };

    // Only a chain that breaks right after the server's own certificate is a forgotten intermediate; one that breaks
    // higher up ends at a private root, which nobody sends.
    private static CertificateFault Incomplete(X509Chain chain, X509Certificate2 leaf)
        => chain.ChainElements.Count <= 1 && SaysWhereItsIssuerIs(leaf)
            ? CertificateFault.MissingIntermediate
            : CertificateFault.UnknownIssuer;

    private static bool SaysWhereItsIssuerIs(X509Certificate2 leaf)
    {
        try
        {
            return leaf.Extensions.OfType<X509AuthorityInformationAccessExtension>()
                .Any(access => access.EnumerateCAIssuersUris().Any());
        }
        catch (CryptographicException)
        {
            return false; // an extension that cannot be read says nothing
        }
    }
}
