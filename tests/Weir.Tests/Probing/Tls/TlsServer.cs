using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Weir.Tests.Kit;

namespace Weir.Tests.Probing.Tls;

/// <summary>Servers that speak TLS on loopback, each with its own manners.</summary>
internal static class TlsServer
{
    public static ScriptedListener With(
        X509Certificate2 certificate, X509Certificate2Collection? sent = null,
        SslProtocols versions = SslProtocols.None, bool clientCertificate = false)
        => new(async (stream, stop) =>
        {
            await using var channel = new SslStream(stream);
            var context = SslStreamCertificateContext.Create(certificate, sent, offline: true);
            await channel.AuthenticateAsServerAsync(
                new SslServerAuthenticationOptions
                {
                    ServerCertificateContext = context,
                    EnabledSslProtocols = versions,
                    ClientCertificateRequired = clientCertificate,
                    ApplicationProtocols = [SslApplicationProtocol.Http11],
                    RemoteCertificateValidationCallback = (_, client, _, _) => !clientCertificate || client is not null,
                },
                stop);
            await channel.WriteAsync("hello"u8.ToArray(), stop);
            _ = await channel.ReadAsync(new byte[1], stop);
        });
}
