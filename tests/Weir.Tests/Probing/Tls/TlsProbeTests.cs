using System.Net.Sockets;
using System.Security.Authentication;
using Weir.Probing.Tls;
using Weir.Tests.Kit;
using Weir.Vocabulary;

namespace Weir.Tests.Probing.Tls;

public sealed class TlsProbeTests : IDisposable
{
    private readonly TestAuthority _authority = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private TlsOptions Trusting(string host)
        => new() { Host = host, Roots = [_authority.Root], Alpn = ["h2", "http/1.1"] };

    public void Dispose() => _authority.Dispose();

    [Fact]
    public async Task A_good_server_is_described_and_the_channel_goes_on()
    {
        await using var server = TlsServer.With(_authority.Issue("shop.example"), [_authority.Intermediate]);

        await using var session = await ProbeAsync(server, Trusting("shop.example"));

        var facts = session.Handshake;
        Assert.Null(facts.Error);
        Assert.Equal(HandshakeEnd.Completed, facts.End);
        Assert.Null(facts.Failure);
        Assert.Equal(SslProtocols.Tls13, facts.Version);
        Assert.NotNull(facts.Cipher);
        Assert.Equal("http/1.1", facts.Alpn);
        Assert.Equal("shop.example", facts.NameSent);
        Assert.False(facts.AsksClientCertificate);
        Assert.Equal(["shop.example"], facts.Certificate!.Names);
        Assert.Equal(["CN=shop.example", "CN=Test intermediate", "CN=Test root"], facts.Certificate.Chain);
        Assert.Equal(1, facts.Certificate.SentWithIt);
        var hello = new byte[5];
        await session.Channel!.ReadExactlyAsync(hello, Stop);
        Assert.Equal("hello"u8, hello);
    }

    [Fact]
    public async Task A_self_signed_certificate_is_a_certificate_failure_and_the_channel_stands()
    {
        await using var server = TlsServer.With(TestAuthority.SelfSigned("shop.example"));

        await using var session = await ProbeAsync(server, Trusting("other.example"));

        Assert.NotNull(session.Channel);
        Assert.Equal(Failure.TlsCertificate, session.Handshake.Failure);
        Assert.Equal(
            [CertificateFault.SelfSigned, CertificateFault.NameMismatch], session.Handshake.Certificate!.Faults);
    }

    [Fact]
    public async Task No_common_version_is_the_alert_protocol_version()
    {
        await using var server = TlsServer.With(TestAuthority.SelfSigned("a.example"), versions: SslProtocols.Tls12);

        await using var session = await ProbeAsync(
            server, Trusting("a.example") with { Versions = SslProtocols.Tls13 });

        Assert.Equal(Failure.TlsAlert, session.Handshake.Failure);
        Assert.Equal(new TlsAlert(70, Fatal: true), session.Handshake.Alert);
        Assert.Equal("protocol_version", session.Handshake.Alert!.Name);
        Assert.Null(session.Channel);
    }

    [Fact]
    public async Task A_server_that_wants_a_client_certificate_is_seen_to_ask()
    {
        await using var server = TlsServer.With(
            TestAuthority.SelfSigned("a.example"), versions: SslProtocols.Tls12, clientCertificate: true);

        await using var session = await ProbeAsync(server, Trusting("a.example"));

        Assert.True(session.Handshake.AsksClientCertificate);
    }

    [Fact]
    public async Task Without_the_name_nothing_is_sent_but_the_certificate_is_still_checked_against_it()
    {
        await using var server = TlsServer.With(TestAuthority.SelfSigned("a.example"));

        await using var session = await ProbeAsync(server, Trusting("a.example") with { SendName = false });

        Assert.Null(session.Handshake.NameSent);
        Assert.True(session.Handshake.Certificate!.NameMatches);
    }

    [Theory]
    [InlineData("HTTP/1.1 400 Bad Request\r\n\r\n", HandshakeEnd.PlainHttp)]
    [InlineData("SSH-2.0-OpenSSH_9.2\r\n", HandshakeEnd.NotTls)]
    public async Task A_port_that_speaks_another_protocol_is_told_by_its_first_bytes(string says, HandshakeEnd end)
    {
        await using var server = ScriptedListener.Saying(System.Text.Encoding.ASCII.GetBytes(says));

        await using var session = await ProbeAsync(server, Trusting("a.example"));

        Assert.Equal(end, session.Handshake.End);
        Assert.Equal(Failure.TlsProtocol, session.Handshake.Failure);
        Assert.StartsWith(says.Split('\r')[0], session.Handshake.PlainText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_close_is_told_from_a_reset()
    {
        await using var closing = ScriptedListener.Saying([]);
        await using var resetting = new ScriptedListener(async (stream, stop) =>
        {
            _ = await stream.ReadAsync(new byte[1], stop);
            stream.Socket.LingerState = new LingerOption(true, 0);
            stream.Socket.Dispose(); // closing the stream would send an orderly end first
        });

        await using var closed = await ProbeAsync(closing, Trusting("a.example"));
        await using var reset = await ProbeAsync(resetting, Trusting("a.example"));

        Assert.Equal((HandshakeEnd.Closed, Failure.TlsProtocol), (closed.Handshake.End, closed.Handshake.Failure));
        Assert.Equal((HandshakeEnd.Reset, Failure.TlsProtocol), (reset.Handshake.End, reset.Handshake.Failure));
    }

    [Fact]
    public async Task A_silent_peer_is_a_time_out_and_a_cancelled_probe_is_not()
    {
        await using var server = ScriptedListener.Hanging();

        await using var session = await ProbeAsync(
            server, Trusting("a.example") with { Limit = TimeSpan.FromMilliseconds(50) });
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        Assert.Equal(Failure.TlsTimeout, session.Handshake.Failure);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await TlsProbe.RunAsync(
            await server.ConnectAsync(Stop), Trusting("a.example"), TimeProvider.System, cancelled.Token));
    }

    [Fact]
    public async Task A_peer_that_floods_the_handshake_is_stopped()
    {
        await using var server = new ScriptedListener(async (stream, stop) =>
        {
            var record = new byte[5 + 16384]; // a handshake message of 16 MiB that never ends
            (record[0], record[1], record[2], record[3], record[4]) = (22, 3, 3, 0x40, 0);
            (record[5], record[6], record[7], record[8]) = (2, 0xff, 0xff, 0xff);
            while (true)
            {
                await stream.WriteAsync(record, stop);
            }
        });

        await using var session = await ProbeAsync(server, Trusting("a.example"));

        Assert.Equal(Failure.TlsProtocol, session.Handshake.Failure);
    }

    private static async Task<TlsSession> ProbeAsync(ScriptedListener server, TlsOptions options)
        => await TlsProbe.RunAsync(await server.ConnectAsync(Stop), options, TimeProvider.System, Stop);
}
