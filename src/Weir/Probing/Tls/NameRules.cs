using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Weir.Probing.Tls;

/// <summary>Which names a certificate covers.</summary>
internal static class NameRules
{
    /// <summary>
    /// Whether the certificate covers <paramref name="host"/> (RFC 9110 section 4.3.4, RFC 9525). The common name does
    /// not count: browsers dropped it.
    /// </summary>
    public static bool Matches(X509Certificate2 certificate, string host)
    {
        var name = host.TrimEnd('.').Trim('[', ']');
        if (Uri.CheckHostName(name) == UriHostNameType.Unknown)
        {
            return false;
        }

        try
        {
            return certificate.MatchesHostname(name, allowWildcards: true, allowCommonName: false);
        }
        catch (Exception error) when (error is CryptographicException or ArgumentException)
        {
            return false; // a malformed subjectAltName covers nothing
        }
    }

    /// <summary>The names and addresses in its subjectAltName, at most <see cref="TlsLimits.Names"/> of them.</summary>
    public static IReadOnlyList<string> Names(X509Certificate2 certificate)
    {
        try
        {
            return
            [
                .. certificate.Extensions.OfType<X509SubjectAlternativeNameExtension>()
                    .SelectMany(names => names.EnumerateDnsNames()
                        .Concat(names.EnumerateIPAddresses().Select(address => address.ToString())))
                    .Take(TlsLimits.Names)
                    .Select(name => Printable.Text(name, TlsLimits.TextLength)),
            ];
        }
        catch (CryptographicException)
        {
            return []; // a malformed subjectAltName covers nothing
        }
    }
}
