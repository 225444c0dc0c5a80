using System.Security.Cryptography.X509Certificates;
using Weir.Probing.Tls;
using Weir.Tests.Kit;

namespace Weir.Tests.Probing.Tls;

public sealed class CertificateJudgeTests : IDisposable
{
    private static readonly DateTimeOffset Today = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);
    private readonly TestAuthority _authority = new();

    public void Dispose() => _authority.Dispose();

    [Fact]
    public void A_certificate_of_yesterday_is_expired_and_counts_its_days_below_zero()
    {
        using var leaf = _authority.Issue("a.example", to: Today.AddDays(-1));

        var verdict = Judge(leaf, [_authority.Intermediate]);

        Assert.Equal([CertificateFault.Expired], verdict.Faults);
        Assert.Equal(-1, verdict.DaysLeft);
    }

    [Fact]
    public void A_certificate_of_tomorrow_is_not_yet_valid()
    {
        using var leaf = _authority.Issue("a.example", from: Today.AddDays(1));

        Assert.Equal([CertificateFault.NotYetValid], Judge(leaf, [_authority.Intermediate]).Faults);
    }

    [Fact]
    public void A_forgotten_intermediate_is_told_from_an_unknown_issuer()
    {
        using var pointing = _authority.Issue("a.example", issuerAddress: "http://ca.example/i.crt");
        using var silent = _authority.Issue("a.example");

        Assert.Equal([CertificateFault.MissingIntermediate], Judge(pointing, []).Faults);
        Assert.Equal([CertificateFault.UnknownIssuer], Judge(silent, []).Faults);
    }

    [Fact]
    public void A_private_root_that_was_sent_is_untrusted()
    {
        using var leaf = _authority.Issue("a.example");
        using var other = new TestAuthority("Another root");

        var verdict = CertificateJudge.Judge(
            leaf, [_authority.Intermediate, _authority.Root],
            new TlsOptions { Host = "a.example", Roots = [other.Root] }, Today);

        Assert.Equal([CertificateFault.UntrustedRoot], verdict.Faults);
    }

    [Theory]
    [InlineData("a.example", "a.example", true)]
    [InlineData("a.example", "A.EXAMPLE.", true)]
    [InlineData("*.example.org", "shop.example.org", true)]
    [InlineData("*.example.org", "a.shop.example.org", false)]
    [InlineData("a.example", "b.example", false)]
    [InlineData("127.0.0.1", "127.0.0.1", true)]
    [InlineData("::1", "[::1]", true)]
    [InlineData("a.example", "not a name", false)]
    public void A_name_is_checked_as_browsers_do(string made, string asked, bool matches)
    {
        using var leaf = _authority.Issue(made);

        var verdict = CertificateJudge.Judge(
            leaf, [_authority.Intermediate], new TlsOptions { Host = asked, Roots = [_authority.Root] }, Today);

        Assert.Equal(matches, verdict.NameMatches);
        Assert.Equal(matches, verdict.Acceptable);
    }

    [Fact]
    public void Without_a_name_the_name_is_not_checked_rather_than_wrong()
    {
        using var leaf = _authority.Issue("a.example");

        var verdict = CertificateJudge.Judge(
            leaf, [_authority.Intermediate], new TlsOptions { Roots = [_authority.Root] }, Today);

        Assert.Null(verdict.NameMatches);
        Assert.True(verdict.Acceptable);
    }

    private TlsCertificate Judge(X509Certificate2 leaf, IReadOnlyList<X509Certificate2> sent)
        => CertificateJudge.Judge(leaf, sent, new TlsOptions { Host = "a.example", Roots = [_authority.Root] }, Today);
}
