using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Weir.Probing.Tls;
using Weir.Tests.Kit;

namespace Weir.Tests.Probing.Tls;

public sealed class TlsErrorsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("error:0A000410:SSL routines::sslv3 alert handshake failure", 40)]
    [InlineData("SSL_ERROR_SSL error:0A00045C:SSL routines::tlsv13 alert certificate required", 116)]
    [InlineData("error:0A00010B:SSL routines::wrong version number", null)]
    [InlineData("error:0A", null)]
    [InlineData("error:0AZZZZZZ", null)]
    [InlineData("", null)]
    public void The_number_of_an_alert_is_in_the_librarys_code(string message, int? number)
    {
        var error = new IOException("outer", new AuthenticationException(message));
        Assert.Equal((byte?)number, TlsErrors.AlertIn(error)?.Number);
    }

    [Fact]
    public async Task A_client_certificate_missed_after_the_handshake_is_alert_116()
    {
        var folder = Directory.CreateTempSubdirectory("weir-tls-");
        using var certificate = TestAuthority.SelfSigned("a.example");
        var file = Path.Combine(folder.FullName, "server.pem");
        using var key = certificate.GetECDsaPrivateKey()!;
        await File.WriteAllTextAsync(
            file, $"{certificate.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}", Stop);
        using var server = Process.Start(new ProcessStartInfo(
            Requires.Program("openssl"), ["s_server", "-accept", "127.0.0.1:0", "-Verify", "1", "-cert", file])
        { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true })!;
        try
        {
            var port = await PortOf(server.StandardOutput);
            using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
            await socket.ConnectAsync(IPAddress.Loopback, port, Stop);
            await using var session = await TlsProbe.RunAsync(
                new NetworkStream(socket), new TlsOptions { Host = "a.example" }, TimeProvider.System, Stop);

            var error = await Assert.ThrowsAnyAsync<IOException>(
                async () => await session.Channel!.ReadExactlyAsync(new byte[1], Stop));

            Assert.Equal(SslProtocols.Tls13, session.Handshake.Version);
            Assert.True(session.Handshake.AsksClientCertificate);
            Assert.Equal("certificate_required", TlsErrors.AlertIn(error)?.Name);
        }
        finally
        {
            server.Kill();
            folder.Delete(recursive: true);
        }
    }

    private static async Task<int> PortOf(StreamReader output)
    {
        while (await output.ReadLineAsync(Stop) is { } line)
        {
            if (line.StartsWith("ACCEPT", StringComparison.Ordinal))
            {
                return IPEndPoint.Parse(line["ACCEPT ".Length..]).Port;
            }
        }

        throw new InvalidOperationException("The server ended before it listened.");
    }
}
