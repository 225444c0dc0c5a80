using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Weir.Lab.Faults;

/// <summary>
/// Good and bad server certificates, made in memory. All but the self-signed and the untrusted ones come from
/// <see cref="Authority"/>, so each has one fault only. Whoever asks for one disposes it.
/// </summary>
public sealed class TestCertificates : IDisposable
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan Month = TimeSpan.FromDays(30);

    private readonly TimeProvider _clock;

    /// <summary>
    /// Makes the authority; its certificates are valid or not at the time of <paramref name="clock"/>.
    /// </summary>
    public TestCertificates(TimeProvider clock)
        => (_clock, Authority) = (clock, TestAuthority.Create("Weir test authority", clock));

    /// <summary>The authority that a client is told to trust.</summary>
    public TestAuthority Authority { get; }

    /// <summary>Nothing wrong with it. Without names it is for localhost, 127.0.0.1 and ::1.</summary>
    public X509Certificate2 Valid(params string[] names) => Authority.Issue(-Hour, Month, OrLocal(names));

    /// <summary>Ended an hour ago.</summary>
    public X509Certificate2 Expired(params string[] names) => Authority.Issue(-Month, -Hour, OrLocal(names));

    /// <summary>Begins in an hour.</summary>
    public X509Certificate2 NotYetValid(params string[] names) => Authority.Issue(Hour, Month, OrLocal(names));

    /// <summary>Valid for another name only.</summary>
    public X509Certificate2 OtherName() => Authority.Issue(-Hour, Month, "other.test");

    /// <summary>Signed by itself.</summary>
    public X509Certificate2 SelfSigned(params string[] names)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var now = _clock.GetUtcNow();
        using var made = ServerRequest(key, OrLocal(names)).CreateSelfSigned(now - Hour, now + Month);
        return Portable(made);
    }

    /// <summary>Signed by an authority that nobody trusts.</summary>
    public X509Certificate2 Untrusted(params string[] names)
    {
        using var unknown = TestAuthority.Create("Weir unknown authority", _clock);
        return unknown.Issue(-Hour, Month, OrLocal(names));
    }

    /// <inheritdoc/>
    public void Dispose() => Authority.Dispose();

    internal static CertificateRequest ServerRequest(ECDsa key, params string[] names)
    {
        ArgumentOutOfRangeException.ThrowIfZero(names.Length, nameof(names));
        var request = new CertificateRequest($"CN={names[0]}", key, HashAlgorithmName.SHA256);
        var alternatives = new SubjectAlternativeNameBuilder();
        foreach (var name in names)
        {
            if (IPAddress.TryParse(name, out var address))
                alternatives.AddIpAddress(address);
            else
                alternatives.AddDnsName(name);
        }

        request.CertificateExtensions.Add(alternatives.Build());
        request.CertificateExtensions.Add(X509BasicConstraintsExtension.CreateForEndEntity());
        request.CertificateExtensions.Add(
            new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        return request;
    }

    // Some platforms cannot serve TLS with a key that was never loaded from a store format.
    internal static X509Certificate2 Portable(X509Certificate2 made)
        => X509CertificateLoader.LoadPkcs12(
            made.Export(X509ContentType.Pkcs12), password: null, X509KeyStorageFlags.Exportable);

    private static string[] OrLocal(string[] names) => names.Length > 0 ? names : ["localhost", "127.0.0.1", "::1"];
}
