using static Weir.Probing.Answers.Mark;

namespace Weir.Probing.Answers.Families;

/// <summary>Google's load balancer and front end.</summary>
internal static class GoogleFamily
{
    private const string Sentence = "The server encountered a temporary error and could not complete your request.";

    public static readonly IReadOnlyList<Fingerprint> All =
    [
        new("Google Cloud Load Balancing", AnswererRole.Gateway)
        {
            Writes = [Body(Sentence, 4), Body("<h1>Error: Server Error</h1>", 3)],
            PassesOn = [Field("Via", "1.1 google")],
        },
        new("Google Frontend", AnswererRole.Platform)
        {
            Writes =
            [
                Body("<title>502 Server Error</title>", 2), Body(Sentence, 2), WholeBody("Service Unavailable", 1),
            ],
            Speaks = [Server("Google Frontend"), Field("X-Cloud-Trace-Context", "", 2)],
        },
    ];
}
