using static Weir.Diagnosis.Observable;

namespace Weir.Diagnosis;

public static partial class ObservableCatalog
{
    private static ObservableTraits[] ApplicationRows() =>
    [
        new(WorkersBusy, 0.05, "Is every worker, process or thread of the application taken?",
            "the application server's status page or log (php-fpm: max_children reached; gunicorn: all workers busy)"),
        new(CrashInLog, 0.03, "Does the application's log or the kernel's show a crash?",
            "journalctl -u SERVICE --since -15min; dmesg -T | grep -iE 'segfault|trap'"),
        new(WorkerKilledForTime, 0.02, "Does the application server say that it killed a worker for taking too long?",
            "grep -iE 'WORKER TIMEOUT|HARAKIRI|executing too slow|terminating' in the application server's log"),
        new(NothingCompletes, 0.03, "Has the application completed no request at all for a while, on any path?",
            "curl -m 10 http://{endpoint}/ of a path that does nothing, and the application's access log"),
        new(DatabaseComplaint, 0.03, "Does the application or its log complain of its database?",
            "grep -iE 'database|connection pool|too many (clients|connections)|SQLSTATE' in the application's log",
            Correlation.Database),
        new(DatabaseAtLimit, 0.02, "Is the database down or at its limit of connections?",
            "SELECT count(*) FROM pg_stat_activity against SHOW max_connections", Correlation.Database),
        new(WaitsForOutside, 0.04, "Does the application wait for an answer from an address outside?",
            "ss -tnp state established on the endpoint's host: many connections to one foreign address",
            Correlation.Dependency),
        new(DependencyFails, 0.02, "Does a service that the site needs fail when asked from here?",
            "weir diagnose {site} --depends-on URL of the service", Correlation.Dependency),
        new(DependencySlow, 0.02, "Is a service that the site needs slow when asked from here?",
            "weir diagnose {site} --depends-on URL of the service", Correlation.Dependency),
        new(ApplicationMadeIt, 0.08, "Does the error carry the marks of an application or its framework?",
            "read the body and headers of the error: curl -si {site}"),
        new(ThirdPartyMarks, 0.02, "Does the error carry the marks of a service elsewhere that the application called?",
            "read the body of the error: curl -si {site}"),
        new(LargeHead, 0.02, "Is the head of the application's own answer near or above the usual 4 to 8 KiB?",
            "curl -s -o /dev/null -D - http://{endpoint}/ | wc -c"),
    ];

    private static ObservableTraits[] RequestRows() =>
    [
        new(OnlySomePaths, 0.15, "Do only some paths fail, while others of the same application are well?",
            "curl -si {site} against a path that needs no database, and a static file", Correlation.PathSpread),
        new(EveryPathSlow, 0.1, "Is every path slow or failing, even one that does nothing?",
            "time curl -s {site} of a path that does nothing", Correlation.PathSpread),
        new(OnlyReusedConnections, 0.02, "Do only requests on reused connections fail, never those on fresh ones?",
            "compare the gateway's failures with keep-alive to the upstream on and off"),
        new(FixedDuration, 0.1, "Do the failing requests all take the same, long time?",
            "the request times of the failures in the gateway's access log: a sharp edge is a timer",
            Correlation.Duration),
        new(InstantFailure, 0.4, "Does the failure come at once, faster than any work could be done?",
            "the request times of the failures in the gateway's access log", Correlation.Duration),
        new(SlowNearLimit, 0.04, "Do the good answers take nearly as long as a time-out allows?",
            "the 95th percentile of the upstream's time in the gateway's access log"),
        new(CompletesLate, 0.03, "Does the application finish the request after the gateway has given up?",
            "the application's access log: successes that took longer than the gateway's time-out"),
        new(Intermittent, 0.12, "Do some of the repeated requests succeed?",
            "for i in $(seq 20); do curl -so /dev/null -w '%{http_code}\\n' {site}; done"),
        new(OneMemberFails, 0.03, "Are the failures confined to one address or one server of several?",
            "count the failures by upstream address in the gateway's log"),
        new(RateSurged, 0.03, "Did requests rise far above their usual rate just before?",
            "requests a minute in the gateway's access log around the first failure"),
        new(Recovering, 0.04, "Did the site come back, or fail in short windows, while it was watched?",
            "weir diagnose {site} --wait"),
        new(OtherProtocolSpoken, 0.01, "Does another kind of service answer at the endpoint (SSH, mail, a database)?",
            "printf 'GET / HTTP/1.0\\r\\n\\r\\n' | nc {host} {port} | head -c 200"),
        new(ProtocolMixedUp, 0.01, "Does one side speak TLS, HTTP/2 or FastCGI and the other not?",
            "openssl s_client -connect {endpoint} </dev/null; curl -si http://{endpoint}/"),
        new(MaintenanceAnnounced, 0.03, "Does the answer announce maintenance, or when to come back?",
            "curl -si {site}: look for Retry-After and a notice"),
    ];
}
