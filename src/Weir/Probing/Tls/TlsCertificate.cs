namespace Weir.Probing.Tls;

/// <summary>
/// What a server's certificate says, and whether it would be accepted. Plain values; the key is not kept.
/// </summary>
/// <param name="Subject">The subject's distinguished name, cut at a limit.</param>
/// <param name="Issuer">The issuer's distinguished name, cut at a limit.</param>
/// <param name="Names">The host names and addresses it is made for (subjectAltName, RFC 5280 section 4.2.1.6).</param>
/// <param name="NotBefore">The begin of its validity.</param>
/// <param name="NotAfter">The end of its validity.</param>
/// <param name="DaysLeft">Whole days to the end at the time of the look; negative when it is over.</param>
/// <param name="Fingerprint">SHA-256 over the certificate, 64 hexadecimal digits in upper case.</param>
/// <param name="SignedItself">Whether subject and issuer are the same.</param>
/// <param name="Chain">The subjects of the chain that could be built without fetching, the server's own first.</param>
/// <param name="SentWithIt">How many further certificates the server sent.</param>
/// <param name="NameMatches">Whether it covers the name asked for; null where no name was given to check.</param>
/// <param name="Faults">Every reason not to accept it, without repetition; empty when it is acceptable.</param>
/// <param name="Statuses">The platform's own words for what is wrong with the chain.</param>
public sealed record TlsCertificate(
    string Subject,
    string Issuer,
    IReadOnlyList<string> Names,
    DateTimeOffset NotBefore,
    DateTimeOffset NotAfter,
    int DaysLeft,
    string Fingerprint,
    bool SignedItself,
    IReadOnlyList<string> Chain,
    int SentWithIt,
    bool? NameMatches,
    IReadOnlyList<CertificateFault> Faults,
    IReadOnlyList<string> Statuses)
{
    /// <summary>Whether a careful client would go on.</summary>
    public bool Acceptable => Faults.Count == 0;
}
