using System.Security.Cryptography.X509Certificates;
using Weir.Lab.Servers;

namespace Weir.Lab.Scenarios;

public static partial class ScenarioList
{
    private const string Secure = """
        require('https').createServer({ cert: require('fs').readFileSync('/srv/own.crt'),
            key: require('fs').readFileSync('/srv/own.key') }, (q, r) => r.end('ok')).listen(8080);
        """;

    private static Scenario[] Encrypted() =>
    [
        Certified("certificate-expired", "The upstream's certificate has ended.", "tls.expired",
            stage => stage.Certificates.Expired("app.test")),
        Certified("certificate-untrusted", "The upstream's certificate leads to no trusted authority.",
            "tls.untrusted", stage => stage.Certificates.Untrusted("app.test")),
        Certified("certificate-other-name", "The upstream's certificate is for another name.", "tls.name-mismatch",
            stage => stage.Certificates.OtherName()),
        new("tls-to-plain", "The gateway speaks TLS to a port that does not.", 502, async stage =>
        {
            await stage.NodeAsync(Serves);
            await stage.ProxyAsync($"https://{stage.AppAddress}:8080");
        })
        { Causes = ["configuration.protocol-mismatch"], Programs = [Node.ProgramName] },
        new("plain-to-tls", "The gateway speaks plain HTTP to a port of TLS.", 502, async stage =>
        {
            Install(stage, stage.Certificates.Valid("app.test"));
            await stage.NodeAsync(Secure);
            await stage.ProxyAsync($"http://{stage.AppAddress}:8080");
        })
        { Causes = ["configuration.protocol-mismatch"], Programs = [Node.ProgramName] },
        new("http-to-fastcgi", "The gateway speaks HTTP to php-fpm.", 502, async stage =>
        {
            _ = stage.Back;
            await PhpFpm.StartAsync(stage.App, "echo 'ok';", "8080", stage.Stop);
            await stage.ProxyAsync($"http://{stage.AppAddress}:8080");
        })
        { Causes = ["configuration.protocol-mismatch"], Programs = [PhpFpm.ProgramName] },
    ];

    private static Scenario Certified(
        string name, string about, string cause, Func<ScenarioStage, X509Certificate2> certificate)
        => new(name, about, 502, async stage =>
        {
            Install(stage, certificate(stage));
            await stage.NodeAsync(Secure);
            stage.Gateway.Put("/etc/nginx/ca.pem", stage.Certificates.Authority.Certificate.ExportCertificatePem());
            await stage.GatewayAsync($$"""
                location / {
                    proxy_pass https://{{stage.AppAddress}}:8080;
                    proxy_ssl_verify on;
                    proxy_ssl_trusted_certificate /etc/nginx/ca.pem;
                    proxy_ssl_name app.test;
                    proxy_ssl_server_name on;
                }
                """);
        })
        { Causes = [cause], Programs = [Node.ProgramName] };

    private static void Install(ScenarioStage stage, X509Certificate2 certificate)
    {
        using (certificate)
        {
            using var key = certificate.GetECDsaPrivateKey()!;
            stage.App.Put("/srv/own.crt", certificate.ExportCertificatePem())
                .Put("/srv/own.key", key.ExportPkcs8PrivateKeyPem());
        }
    }
}
