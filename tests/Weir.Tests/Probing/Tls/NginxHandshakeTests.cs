using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using Weir.Lab.Gateways;
using Weir.Probing.Answers;
using Weir.Probing.Tls;
using Weir.Tests.Kit;

namespace Weir.Tests.Probing.Tls;

public sealed class NginxHandshakeTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_missing_name_is_the_alert_unrecognized_name_and_clear_text_is_asked_to_be_TLS()
    {
        var port = LoopbackPort.Free();
        using var certificate = TestAuthority.SelfSigned("a.example");
        using var key = certificate.GetECDsaPrivateKey()!;
        var files = Directory.CreateTempSubdirectory("weir-tls-").FullName;
        await File.WriteAllTextAsync(Path.Combine(files, "c.pem"), certificate.ExportCertificatePem(), Stop);
        await File.WriteAllTextAsync(Path.Combine(files, "k.pem"), key.ExportPkcs8PrivateKeyPem(), Stop);
        await using var nginx = await NginxServer.StartAsync(
            Requires.Program(NginxServer.ProgramName),
            $$"""
            server { listen 127.0.0.1:{{port}} ssl default_server; ssl_reject_handshake on; }
            server {
                listen 127.0.0.1:{{port}} ssl;
                server_name a.example;
                ssl_certificate {{files}}/c.pem;
                ssl_certificate_key {{files}}/k.pem;
            }
            """, port, Stop);

        var with = await ProbeAsync(port, sendName: true);
        var without = await ProbeAsync(port, sendName: false);
        var clear = await RawHttp.GetAsync(port, Stop);
        Directory.Delete(files, recursive: true);

        Assert.Equal([CertificateFault.SelfSigned], with.Certificate!.Faults);
        Assert.Equal((HandshakeEnd.Alert, "unrecognized_name"), (without.End, without.Alert?.Name));
        Assert.Equal("nginx", TlsPort.SaidBy(clear));
    }

    private static async Task<TlsHandshake> ProbeAsync(int port, bool sendName)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPAddress.Loopback, port, Stop);
        await using var session = await TlsProbe.RunAsync(
            new NetworkStream(socket), new TlsOptions { Host = "a.example", SendName = sendName }, TimeProvider.System,
            Stop);
        return session.Handshake;
    }
}
