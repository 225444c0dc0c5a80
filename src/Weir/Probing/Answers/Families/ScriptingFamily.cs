using static Weir.Probing.Answers.Mark;

namespace Weir.Probing.Answers.Families;

/// <summary>Servers and frameworks of Ruby, Python, PHP and Node.</summary>
internal static class ScriptingFamily
{
    public static readonly IReadOnlyList<Fingerprint> All =
    [
        new("Passenger", AnswererRole.ApplicationServer)
        {
            Writes =
            [
                Body("This website is under heavy load"), Body("Incomplete response received from application"),
                Body("Phusion Passenger", 3),
            ],
            Speaks = [Field("X-Powered-By", "Phusion Passenger", 4), Server("Phusion_Passenger")],
            Says =
            [
                new(Body("This website is under heavy load"), Vocabulary.Failure.LimitReached),
                new(
                    Body("Incomplete response received from application"), Vocabulary.Failure.ClosedBeforeHeaders,
                    Vocabulary.Failure.BodyCutShort),
            ],
            VersionAfter = ["Phusion Passenger ", "Phusion_Passenger/"],
        },
        new("http-proxy-middleware", AnswererRole.Gateway)
        {
            Writes = [Body("Error occurred while trying to proxy")],
        },
        new("Express", AnswererRole.Framework)
        {
            Writes = [Body("<title>Error</title>", 2), Body("<pre>", 1)],
            Speaks = [Field("X-Powered-By", "Express")],
        },
        new("gunicorn", AnswererRole.ApplicationServer)
        {
            Writes = [Body("<h1><p>Internal Server Error</p></h1>", 5)],
            Speaks = [Server("gunicorn")],
            VersionAfter = ["gunicorn/"],
        },
        new("uvicorn", AnswererRole.ApplicationServer)
        {
            Writes = [WholeBody("Internal Server Error", 1)],
            Speaks = [Server("uvicorn")],
        },
        new("Werkzeug", AnswererRole.Framework)
        {
            Writes = [Body("<!doctype html>\n<html lang=en>\n<title>5", 5)],
            Speaks = [Server("Werkzeug")],
            VersionAfter = ["Werkzeug/"],
        },
        new("Django", AnswererRole.Framework) { Writes = [Body("<h1>Server Error (500)</h1>", 4)] },
        new("Rails", AnswererRole.Framework)
        {
            Writes = [Body("We're sorry, but something went wrong", 4)],
            Speaks = [Field("X-Runtime")],
        },
        new("Symfony", AnswererRole.Framework) { Writes = [Body("Oops! An Error Occurred", 4)] },
        new("WordPress", AnswererRole.Framework)
        {
            Writes =
            [
                Body("Error establishing a database connection", 4),
                Body("There has been a critical error on this website"),
            ],
        },
        new("PHP", AnswererRole.Framework)
        {
            Speaks = [Field("X-Powered-By", "PHP/")],
            VersionAfter = ["PHP/"],
        },
    ];
}
