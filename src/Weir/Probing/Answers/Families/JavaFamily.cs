using static Weir.Probing.Answers.Mark;

namespace Weir.Probing.Answers.Families;

/// <summary>
/// Java's servers and frameworks: a 502 of theirs is the application's own, which calls another service.
/// </summary>
internal static class JavaFamily
{
    public static readonly IReadOnlyList<Fingerprint> All =
    [
        new("Tomcat", AnswererRole.ApplicationServer)
        {
            Writes = [Body("<h3>Apache Tomcat", 5), Body("<title>HTTP Status ", 3)],
            Speaks = [Server("Apache-Coyote"), Server("Apache Tomcat")],
            VersionAfter = ["Apache Tomcat/"],
        },
        new("Jetty", AnswererRole.ApplicationServer)
        {
            Writes = [Body("Powered by Jetty://", 5), Body("<title>Error 5", 1)],
            Speaks = [Server("Jetty")],
            VersionAfter = ["Jetty(", "Jetty:// "],
        },
        new("Spring", AnswererRole.Framework)
        {
            Writes =
            [
                Body("Whitelabel Error Page"), Body("{\"timestamp\":", 2), Body("\"error\":\"", 1),
                Body("\"path\":\"", 1),
            ],
            Speaks = [Field("X-Application-Context")],
        },
    ];
}
