using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Weir.Diagnosis;
using Weir.Vocabulary;
using Diagnosed = Weir.Diagnosis.Diagnosis;

namespace Weir.Tests.Reports;

/// <summary>Diagnoses as they come from real faults, as plain values.</summary>
internal static partial class Samples
{
    private static readonly DateTimeOffset At = new(2026, 11, 22, 10, 0, 0, TimeSpan.Zero);

    private static readonly ImmutableArray<VisitorStep> NothingHelps =
    [
        new("Reload the page", false, "8 of 8 requests over 4 s got the same 502"),
        new("Clear cookies", false, "no cookies were sent, and it fails all the same"),
        new("Clear the browser's cache", false, "fresh requests fail too; no cache had a hand in it"),
        new("Use another browser", false, "HTTP/1.1 and HTTP/2, GET and HEAD fail alike"),
        new("Change the DNS server", false, "three resolvers give the same address, 192.0.2.10"),
        new("Switch off VPN or proxy", null, "none is in use here"),
        new("Wait and try again", null, "it has failed for 4 s; --wait keeps asking"),
    ];

    public static Diagnosed Refused { get; } = new()
    {
        Target = "http://shop.example/",
        At = At,
        Took = TimeSpan.FromSeconds(3.2),
        Verdict = Verdict.Failing,
        Status = 502,
        Scope = Scope.Everyone,
        AnsweredBy = new("nginx", "1.22.1", "gateway", true),
        Failures = [new(Failure.ConnectRefused, "gateway->app", "10.0.0.12:8080", 8, 8)],
        Causes =
        [
            new("upstream.not-listening", 0.94, "Nothing listens on the upstream's address and port",
                "The connection attempt reached the machine, and the machine's own kernel answered at once that no "
                + "program accepts connections on that port. The application is stopped, has crashed at its start, "
                + "or was never started.",
                ["e2", "e3", "e4"], [],
                [
                    "Nothing on your side can help: the site's own server is not running. Try again later, or tell "
                    + "the site.",
                ],
                [
                    "Start the application and read why it stopped: its own log from the moment before the first "
                    + "failure.",
                    "Check what listens: `ss -ltnp 'sport = :8080'` on 10.0.0.12.",
                    "nginx: Give the `upstream` a second `server` (or a `backup`) so that one stopped process is not "
                    + "an outage; `proxy_next_upstream error timeout` moves on by itself.",
                    "gunicorn: Compare `--bind` with `proxy_pass`; run it under systemd with `Restart=on-failure`.",
                    "systemd: `systemctl status SERVICE`, `journalctl -u SERVICE -n 50`; set `Restart=on-failure`.",
                ]),
        ],
        Evidence =
        [
            Seen("e1", Source.Probe, "visitor->gateway", "8 of 8 requests got 502 from nginx 1.22.1 after 2 ms.",
                new() { ["status"] = 502, ["count"] = 8, ["seconds"] = 0.002 }),
            Seen("e2", Source.Log, "gateway->app",
                "nginx wrote 8 times: connect() failed (111: Connection refused) while connecting to upstream.",
                new() { ["count"] = 8, ["errno"] = 111 }),
            Seen("e3", Source.Probe, "gateway->app",
                "A connection to 10.0.0.12:8080 was refused by that host itself after 0.3 ms.",
                new() { ["seconds"] = 0.0003, ["errno"] = "ECONNREFUSED" }),
            Seen("e4", Source.Probe, "gateway->app", "Port 22 of 10.0.0.12 answers, so the machine is up.",
                new() { ["port"] = 22 }),
        ],
        Skipped = [new("The firewall's counters on 10.0.0.12", "another machine", "to be run there")],
        Next = ["Does anything listen at the endpoint? ss -ltnp 'sport = :8080'"],
        Steps = NothingHelps,
        Contacts = ["ops@shop.example (from https://shop.example/.well-known/security.txt)"],
        Path =
        [
            new("you", "", LinkState.Well), new("DNS", "192.0.2.10", LinkState.Well),
            new("gateway", "nginx 1.22.1", LinkState.Well), new("app", "10.0.0.12:8080", LinkState.Broken),
        ],
    };

    public static Diagnosed OutsideTimeout { get; } = new()
    {
        Target = "https://api.example/report?year=2026",
        At = At,
        Took = TimeSpan.FromSeconds(19.4),
        Verdict = Verdict.Failing,
        Status = 504,
        Scope = Scope.Some,
        AnsweredBy = new("HAProxy", null, "gateway", true),
        Failures = [new(Failure.HeadersTimeout, "gateway->upstream", "", 4, 6)],
        Causes =
        [
            Candidate("application.slow", 0.38, "Some requests take longer than the gateway waits",
                "The application works, but this request takes longer than the gateway is willing to wait.",
                ["e1", "e2"], "Raise the gateway's time-out for this path, or make the request shorter."),
            Candidate("overload.workers-busy", 0.27, "Every worker of the upstream is taken",
                "All workers are busy with other requests, so this one waits in line.",
                ["e1"], "Look at the number of busy workers while it fails."),
            Candidate("upstream.database", 0.14, "The upstream cannot reach or use its database",
                "The application waits for its database.", ["e1"], "Look at the database's slow queries and locks."),
            Candidate("third-party.slow", 0.08, "A service that the upstream depends on is slow",
                "The application waits for somebody else.",
                ["e1"], "Set a time-out on every call that leaves the application."),
        ],
        Evidence =
        [
            Seen("e1", Source.Probe, "visitor->gateway",
                "4 of 6 requests got 504 after 5.00 s each; the sharp edge is a timer of the gateway.",
                new() { ["seconds"] = new JsonArray(5.002, 5.001, 5.003, 5.001) }),
            Seen("e2", Source.Probe, "visitor->gateway", "The other 2 answered well after 4.1 s and 4.7 s.",
                new() { ["seconds"] = new JsonArray(4.1, 4.7) }),
            Seen("e3", Source.Probe, "visitor->gateway", "/favicon.ico answered in 31 ms.",
                new() { ["seconds"] = 0.031 }),
        ],
        Skipped =
        [
            new("The gateway's log", "it is on another machine", "to be run on the gateway, or --log PATH"),
            new("The upstream", "only the gateway can reach it", "to be run on the gateway"),
        ],
        Next = ["Are all workers of the application busy? the application server's status page while it fails"],
        Steps = [new("Reload the page", true, "2 of 6 tries went well"), new("Clear cookies", false, "none were sent")],
        Path =
        [
            new("you", "", LinkState.Well), new("DNS", "203.0.113.80, 203.0.113.81", LinkState.Well),
            new("TLS", "TLS 1.3", LinkState.Well), new("gateway", "HAProxy", LinkState.Well),
            new("upstream", "", LinkState.Broken),
        ],
    };

    private static Evidence Seen(string id, Source source, string hop, string says, JsonObject data)
        => new(id, source, hop, At.AddMilliseconds(120 * (id[^1] - '0')), says, data);

    private static SuspectedCause Candidate(
        string id, double confidence, string title, string summary, ImmutableArray<string> evidence, string remedy)
        => new(id, confidence, title, summary, evidence, [], ["Nothing on your side can help."], [remedy]);
}
