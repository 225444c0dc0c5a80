using System.Collections.Immutable;
using System.Security.Cryptography.X509Certificates;
using Weir.Lab.Faults;
using Weir.Probing;
using Weir.Vocabulary;

namespace Weir.Lab.Demo;

public static partial class DemoScenes
{
    private static DemoScene[] NameScenes() =>
    [
        new("the name does not exist", Failure.NameNotFound, ["dns.nxdomain"], _ => Named(NameReply.NoSuchName())),
        new("the name server fails", Failure.NameServerFailed, ["dns.server-failure"],
            _ => Named(NameReply.ServerFailure())),
        new("the name server is silent", Failure.NameTimeout, ["dns.timeout"], _ => Named(NameReply.Silence())),
    ];

    private static DemoScene[] ConnectScenes() =>
    [
        new("nothing listens", Failure.ConnectRefused, ["upstream.not-listening"],
            _ => DemoStage.Of(FaultyServer.Refuse())),
        new("the accept queue is full", Failure.ConnectTimeout, ["overload.backlog-full", "upstream.hung"],
            _ => DemoStage.Of(FaultyServer.NeverAccept())),
    ];

    private static DemoScene[] TlsScenes() =>
    [
        new("the certificate has expired", Failure.TlsCertificate, ["tls.expired"],
            setting => Tls(setting, setting.Certificates.Expired(), Reply.Ok())),
        new("the certificate is for another name", Failure.TlsCertificate, ["tls.name-mismatch"],
            setting => Tls(setting, setting.Certificates.OtherName(), Reply.Ok())),
        new("nobody trusts the certificate", Failure.TlsCertificate, ["tls.untrusted"],
            setting => Tls(setting, setting.Certificates.SelfSigned(), Reply.Ok())),
        new("the server ends the handshake with an alert", Failure.TlsAlert, ["tls.version", "tls.name-mismatch"],
            setting => Tls(setting, setting.Certificates.Valid(), Reply.TlsAlert())),
        new("plain text is spoken on a TLS port", Failure.TlsProtocol, ["configuration.protocol-mismatch"],
            setting => Tls(setting, setting.Certificates.Valid(), Reply.PlainTextOnTls())),
        new("the handshake hangs", Failure.TlsTimeout,
            ["upstream.hung", "network.mtu", "overload.workers-busy", "overload.cpu"],
            setting => Tls(setting, setting.Certificates.Valid(), Reply.TlsHang())),
        new("TLS is spoken on a plain port", Failure.ClosedBeforeHeaders,
            ["configuration.protocol-mismatch"], PlainToTls),
    ];

    private static DemoStage Named(NameReply reply)
    {
        var names = FaultyNameServer.Start(reply);
        return new DemoStage(
            "http://shop.test/", new ProbeOptions { Resolvers = ImmutableArray.Create(names.EndPoint) }, names);
    }

    private static DemoStage Tls(DemoSetting setting, X509Certificate2 certificate, Script script)
    {
        var server = FaultyServer.Start(new FaultyServerOptions { Tls = new TlsSettings(certificate) }, script);
        var roots = new X509Certificate2Collection(setting.Certificates.Authority.Certificate);
        return DemoStage.Of(server) with { Options = new ProbeOptions { Roots = roots } };
    }

    private static DemoStage PlainToTls(DemoSetting setting)
    {
        var stage = Tls(setting, setting.Certificates.Valid(), Reply.Ok());
        return stage with { Url = stage.Url.Replace("https://", "http://", StringComparison.Ordinal) };
    }
}
