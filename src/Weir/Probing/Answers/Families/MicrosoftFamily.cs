using static Weir.Probing.Answers.Mark;
using static Weir.Vocabulary.Failure;

namespace Weir.Probing.Answers.Families;

/// <summary>IIS with its proxy (ARR), its kernel driver and its module for ASP.NET Core, and Kestrel.</summary>
internal static class MicrosoftFamily
{
    public static readonly IReadOnlyList<Fingerprint> All =
    [
        new("IIS", AnswererRole.Gateway)
        {
            Writes =
            [
                Body("502 - Web server received an invalid response while acting as a gateway or proxy server.", 6),
                Body("HTTP Error 502.", 4), Body("HTTP Error 503.", 3), Body("HTTP Error 504.", 4),
                Body("Internet Information Services", 2),
            ],
            Speaks = [Server("Microsoft-IIS"), Field("X-Powered-By", "ARR/")],
            Says =
            [
                new(Body("HTTP Error 502.4"), NoHealthyUpstream),
                new(Body("0x80072efd"), ConnectRefused, ConnectUnreachable),
                new(Body("0x80072ee2"), HeadersTimeout, ConnectTimeout),
                new(Body("0x80072efe"), ResetBeforeHeaders, ClosedBeforeHeaders),
                new(Body("0x80072f78"), HeadersMalformed, HeadersTooLarge),
                new(Body("0x80072ee7"), NameNotFound, NameServerFailed, NameTimeout),
                new(Body("0x80072f8f"), TlsCertificate, TlsProtocol),
                new(Body("HTTP Error 502.1 "), HeadersTimeout),
                new(Body("HTTP Error 502.2 "), ClosedBeforeHeaders, HeadersMalformed),
            ],
            VersionAfter = ["Microsoft-IIS/"],
        },
        new("HTTP.sys", AnswererRole.Gateway)
        {
            Writes = [Body("<hr><p>HTTP Error 503. The service is unavailable.</p>", 6), Body("DTD HTML 4.01", 1)],
            Speaks = [Server("Microsoft-HTTPAPI")],
            Says = [new(Body("HTTP Error 503."), NoHealthyUpstream, LimitReached)],
            VersionAfter = ["Microsoft-HTTPAPI/"],
        },
        new("ASP.NET Core Module", AnswererRole.ApplicationServer)
        {
            Writes =
            [
                Body("ANCM Out-Of-Process Startup Failure", 7), Body("ASP.NET Core app failed to start", 7),
                Body("HTTP Error 502.5", 5), Body("HTTP Error 500.3", 5), Body("ANCM ", 2),
            ],
            Speaks = [Server("Microsoft-IIS")], // it lives in IIS and answers under its name
        },
        new("Kestrel", AnswererRole.ApplicationServer)
        {
            // A gateway built on it (YARP) and an application answer alike.
            Writes = [EmptyBody()],
            Speaks = [Server("Kestrel")],
        },
    ];
}
