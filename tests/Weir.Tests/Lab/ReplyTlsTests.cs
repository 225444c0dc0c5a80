using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Weir.Lab.Faults;

namespace Weir.Tests.Lab;

public sealed class ReplyTlsTests
{
    // The record header of a ClientHello of 4 bytes; nobody looks inside.
    private const string Hello = "\u0016\u0003\u0001\0\u0004\u0001\0\0\0";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(40)]
    [InlineData(70)]
    [InlineData(112)]
    public async Task An_alert_is_one_record_and_a_FIN(byte description)
    {
        await using var server = FaultyServer.Start(Reply.TlsAlert(description));
        Assert.Equal(new($"\u0015\u0003\u0003\0\u0002\u0002{(char)description}", WasReset: false),
            await RawClient.ExchangeAsync(server, Hello));
        Assert.Equal(Hello.Length, Assert.Single(server.Connections).BytesIn);
    }

    [Fact]
    public async Task Plain_text_on_a_TLS_port_is_a_400()
    {
        await using var server = FaultyServer.Start(Reply.PlainTextOnTls());
        var answer = await RawClient.ExchangeAsync(server, Hello);
        Assert.StartsWith("HTTP/1.1 400 Bad Request\r\n", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_handshake_may_end_with_a_FIN_or_a_RST()
    {
        await using var server = FaultyServer.Start(Reply.CloseInTlsHandshake(), Reply.ResetInTlsHandshake());
        Assert.Equal(new("", WasReset: false), await RawClient.ExchangeAsync(server, Hello));
        Assert.Equal(new("", WasReset: true), await RawClient.ExchangeAsync(server, Hello));
    }

    [Fact]
    public async Task A_handshake_may_hang()
    {
        var clock = new ManualClock();
        await using var server = FaultyServer.Start(new FaultyServerOptions { Clock = clock }, Reply.TlsHang());
        using var client = await RawClient.ConnectAsync(server);
        var handshake = client.StartTlsAsync();

        await clock.WaitForTimerAsync(FaultLimits.Hold, Stop);
        Assert.False(handshake.IsCompleted);
        Assert.Equal(22, Assert.Single(server.Connections).FirstBytes.Span[0]);
        clock.Advance(FaultLimits.Hold);
        await Assert.ThrowsAnyAsync<IOException>(() => handshake);
    }

    [Fact]
    public async Task A_good_server_is_trusted_and_serves()
    {
        using var made = new TestCertificates(TimeProvider.System);
        await using var server = StartTls(made.Valid(), Reply.Ok("hello"));
        using var client = await RawClient.ConnectAsync(server);

        Assert.Equal(SslPolicyErrors.None, await client.StartTlsAsync("localhost", made.Authority.Certificate));
        await client.SendAsync("GET / HTTP/1.0\r\n\r\n");
        Assert.EndsWith("hello", (await client.ReadToEndAsync()).Text, StringComparison.Ordinal);
        Assert.Equal($"https://127.0.0.1:{server.Port}/", server.Url.ToString());
    }

    public static TheoryData<string, SslPolicyErrors> Wrong => new()
    {
        { "expired", SslPolicyErrors.RemoteCertificateChainErrors },
        { "not-yet-valid", SslPolicyErrors.RemoteCertificateChainErrors },
        { "self-signed", SslPolicyErrors.RemoteCertificateChainErrors },
        { "untrusted", SslPolicyErrors.RemoteCertificateChainErrors },
        { "other-name", SslPolicyErrors.RemoteCertificateNameMismatch },
    };

    [Theory, MemberData(nameof(Wrong))]
    public async Task Each_wrong_certificate_has_its_one_fault(string kind, SslPolicyErrors fault)
    {
        using var made = new TestCertificates(TimeProvider.System);
        await using var server = StartTls(Make(made, kind), Reply.Ok());
        using var client = await RawClient.ConnectAsync(server);

        Assert.Equal(fault, await client.StartTlsAsync("localhost", made.Authority.Certificate));
    }

    [Fact]
    public async Task An_intermediate_may_be_sent_or_missing()
    {
        using var root = TestAuthority.Create("Root", TimeProvider.System);
        using var middle = root.CreateIntermediate("Middle");
        using var leaf = middle.Issue(TimeSpan.FromHours(-1), TimeSpan.FromHours(1), "localhost");
        using var link = X509CertificateLoader.LoadCertificate(middle.Certificate.RawData);
        await using var whole = StartTls(new TlsSettings(leaf) { Chain = [link] }, Reply.Ok());
        await using var broken = StartTls(leaf, Reply.Ok());

        using var first = await RawClient.ConnectAsync(whole);
        Assert.Equal(SslPolicyErrors.None, await first.StartTlsAsync("localhost", root.Certificate));
        using var second = await RawClient.ConnectAsync(broken);
        Assert.Equal(SslPolicyErrors.RemoteCertificateChainErrors,
            await second.StartTlsAsync("localhost", root.Certificate));
    }

    [Fact]
    public async Task A_version_that_the_server_does_not_speak_fails_on_both_sides()
    {
        using var made = new TestCertificates(TimeProvider.System);
        await using var server = StartTls(
            new TlsSettings(made.Valid()) { Protocols = SslProtocols.Tls12 }, Reply.Ok());
        using var client = await RawClient.ConnectAsync(server);

        await Assert.ThrowsAsync<AuthenticationException>(() => client.StartTlsAsync(
            options: new() { EnabledSslProtocols = SslProtocols.Tls13 }));
        Assert.Equal(ConnectionEnd.TlsFailed, (await server.WaitForEndAsync(1, Stop)).End);
    }

    [Fact]
    public async Task Plain_HTTP_on_a_TLS_server_gets_no_HTTP()
    {
        using var made = new TestCertificates(TimeProvider.System);
        await using var server = StartTls(made.Valid(), Reply.Ok());

        var answer = await RawClient.ExchangeAsync(server);
        Assert.DoesNotContain("HTTP", answer.Text, StringComparison.Ordinal);
        Assert.Equal(ConnectionEnd.TlsFailed, (await server.WaitForEndAsync(1, Stop)).End);
    }

    [Fact]
    public async Task ALPN_is_answered_when_the_server_has_it()
    {
        using var made = new TestCertificates(TimeProvider.System);
        await using var server = StartTls(
            new TlsSettings(made.Valid()) { Alpn = [SslApplicationProtocol.Http2] }, Reply.Http2Settings());
        using var client = await RawClient.ConnectAsync(server);
        await client.StartTlsAsync("localhost", made.Authority.Certificate,
            new() { ApplicationProtocols = [SslApplicationProtocol.Http2] });

        Assert.Equal(SslApplicationProtocol.Http2, client.Tls.NegotiatedApplicationProtocol);
        Assert.Equal("\0\0\0\u0004\0\0\0\0\0", await client.ReadAsync(9));
    }

    private static X509Certificate2 Make(TestCertificates made, string kind) => kind switch
    {
        "expired" => made.Expired(),
        "not-yet-valid" => made.NotYetValid(),
        "self-signed" => made.SelfSigned(),
        "untrusted" => made.Untrusted(),
        _ => made.OtherName(),
    };

    private static FaultyServer StartTls(X509Certificate2 certificate, Reply reply)
        => StartTls(new TlsSettings(certificate), reply);

    private static FaultyServer StartTls(TlsSettings settings, Reply reply)
        => FaultyServer.Start(new FaultyServerOptions { Tls = settings }, reply);
}
