using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Weir.Lab.Faults;

/// <summary>A certificate authority that lives in memory and issues whatever a test wants.</summary>
public sealed class TestAuthority : IDisposable
{
    private const int SerialBytes = 16;
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(365);

    private readonly TimeProvider _clock;

    private TestAuthority(X509Certificate2 certificate, TimeProvider clock)
        => (Certificate, _clock) = (certificate, clock);

    /// <summary>Its certificate, with its key; what a client has to trust.</summary>
    public X509Certificate2 Certificate { get; }

    /// <summary>A new root, valid for a year before and after now.</summary>
    public static TestAuthority Create(string name, TimeProvider clock)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var now = clock.GetUtcNow();
        using var made = AuthorityRequest(name, key).CreateSelfSigned(now - Lifetime, now + Lifetime);
        return new(TestCertificates.Portable(made), clock);
    }

    /// <summary>
    /// An authority below this one. A server that does not send its certificate plays a missing link.
    /// </summary>
    public TestAuthority CreateIntermediate(string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return new(Sign(AuthorityRequest(name, key), key, Certificate.NotBefore, Certificate.NotAfter), _clock);
    }

    /// <summary>A server certificate for <paramref name="names"/> (DNS names and IP addresses).</summary>
    /// <param name="from">When it begins to be valid, against now: negative is the past.</param>
    /// <param name="until">When it ends to be valid, against now.</param>
    /// <param name="names">At least one; the first is the subject too.</param>
    public X509Certificate2 Issue(TimeSpan from, TimeSpan until, params string[] names)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var now = _clock.GetUtcNow();
        return Sign(TestCertificates.ServerRequest(key, names), key, now + from, now + until);
    }

    /// <inheritdoc/>
    public void Dispose() => Certificate.Dispose();

    private X509Certificate2 Sign(CertificateRequest request, ECDsa key, DateTimeOffset from, DateTimeOffset until)
    {
        using var bare = request.Create(Certificate, from, until, RandomNumberGenerator.GetBytes(SerialBytes));
        using var whole = bare.CopyWithPrivateKey(key);
        return TestCertificates.Portable(whole);
    }

    private static CertificateRequest AuthorityRequest(string name, ECDsa key)
    {
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(X509BasicConstraintsExtension.CreateForCertificateAuthority());
        request.CertificateExtensions.Add(
            new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, critical: true));
        request.CertificateExtensions.Add(
            new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        return request;
    }
}
