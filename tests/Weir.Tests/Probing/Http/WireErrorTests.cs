using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using Weir.Probing.Http;
using Weir.Vocabulary;

namespace Weir.Tests.Probing.Http;

public sealed class WireErrorTests
{
    [Fact]
    public void An_alert_is_told_by_the_code_of_the_TLS_library()
    {
        // What OpenSSL 3 says when a server misses a client certificate: alert 116.
        var error = new IOException("read", new CryptographicException(0x0A00045C));

        Assert.Equal(new WireRead(0, ConnectionEnd.TlsFailed, TlsAlert: 116), WireError.Of(error));
    }

    [Fact]
    public void A_path_that_breaks_is_no_reset()
    {
        var error = new IOException("read", new SocketException((int)SocketError.TimedOut));

        Assert.Equal(ConnectionEnd.Broken, WireError.Of(error).End);
    }

    [Fact]
    public async Task Over_TLS_the_same_facts_are_seen()
    {
        var seen = await OverTlsAsync(async (tls, _, stop) =>
            await tls.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello"u8.ToArray(), stop));

        Assert.Equal((null, "hello", BodyEnd.Complete), (seen.Failure, seen.BodyStart, seen.BodyEnd));
    }

    [Fact]
    public async Task Bytes_that_are_not_TLS_in_the_middle_are_a_TLS_failure()
    {
        var seen = await OverTlsAsync(async (_, plain, stop) =>
            await plain.WriteAsync("HTTP/1.1 400 Bad Request\r\n\r\n"u8.ToArray(), stop));

        Assert.Equal((Failure.TlsProtocol, ConnectionEnd.TlsFailed), (seen.Failure, seen.ConnectionEnd));
    }

    [Fact]
    public async Task A_close_inside_a_TLS_record_is_a_close()
    {
        var seen = await OverTlsAsync(async (_, plain, stop) => await plain.WriteAsync(new byte[] { 23, 3, 3 }, stop));

        Assert.Equal((Failure.ClosedBeforeHeaders, ConnectionEnd.PeerClosed), (seen.Failure, seen.ConnectionEnd));
    }

    [Fact]
    public async Task A_reset_under_TLS_keeps_its_errno()
    {
        var seen = await OverTlsAsync((_, plain, _) =>
        {
            RawServer.Reset(plain);
            return Task.CompletedTask;
        });

        Assert.Equal((Failure.ResetBeforeHeaders, 104), (seen.Failure, seen.Errno));
    }

    private static async Task<HttpExchange> OverTlsAsync(Func<SslStream, NetworkStream, CancellationToken, Task> play)
    {
        var stop = TestContext.Current.CancellationToken;
        using var certificate = Certificates.Make("shop.example");
        await using var server = RawServer.Playing(async (plain, ended) =>
        {
            await using var tls = new SslStream(plain, leaveInnerStreamOpen: true);
            await tls.AuthenticateAsServerAsync(
                new SslServerAuthenticationOptions { ServerCertificate = certificate }, ended);
            await RawServer.RequestAsync(tls, ended);
            await play(tls, plain, ended);
            plain.Close();
        });
        await using var stream = new SslStream(await server.ConnectAsync(stop));
        await stream.AuthenticateAsClientAsync(
            new SslClientAuthenticationOptions
            {
                TargetHost = "shop.example",
                RemoteCertificateValidationCallback = (_, shown, _, _) => certificate.Equals(shown),
            },
            stop);
        return await HttpExchanger.AskAsync(
            new HttpConnection(stream, "x:1"), Asking.Question(), ExchangeLimits.Default, TimeProvider.System, stop);
    }
}
