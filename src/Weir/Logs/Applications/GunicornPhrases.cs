using Weir.Diagnosis;
using static Weir.Logs.PhraseTable;

namespace Weir.Logs.Applications;

/// <summary>What gunicorn writes.</summary>
public static class GunicornPhrases
{
    /// <summary>
    /// A worker was killed with SIGKILL. gunicorn guesses at memory, and says the same after its own time-out kill, so
    /// this counts only where no <see cref="TimedOut"/> for the same worker stands just before.
    /// </summary>
    public static Phrase Killed { get; } = Tells("… was sent SIGKILL", "A worker was killed: by the kernel for "
        + "memory, or by somebody. The kernel's log tells which.");

    /// <summary>A worker was silent for longer than <c>--timeout</c> and is killed.</summary>
    public static Phrase TimedOut { get; } = Tells("WORKER TIMEOUT", "A worker was silent for longer than its time-out "
        + "(30 s) and is killed; the gateway in front sees a closed connection (502), not a time-out.",
        Observable.WorkerKilledForTime);

    /// <summary>The whole table.</summary>
    public static PhraseTable Table { get; } = new(
    [
        TimedOut,
        Killed,
        Tells("… was sent SIGSEGV", "A worker crashed.", Observable.CrashInLog),
        Tells("… was sent SIGABRT", "A worker was aborted after its time-out."),
        Passes("… was sent SIGTERM", "A worker was ended, as a reload does."),
        Tells("… Worker failed to boot", "The application cannot start.", Observable.CrashInLog),
        Tells("… App failed to load", "The application cannot be loaded.", Observable.CrashInLog),
        Tells("Exception in worker process", "A worker died of an exception.", Observable.CrashInLog),
        Passes("… exited with code 0", "A worker ended after its share of requests."),
        Tells("… exited with code", "A worker ended with an error.", Observable.CrashInLog),
        Tells("… Invalid HTTP method … \\x16\\x03", "TLS arrived at a port that speaks plain HTTP.",
            Observable.ProtocolMixedUp),
        Passes("Invalid request from", "A request was not valid HTTP."),
        Passes("… Invalid HTTP method", "A request was not valid HTTP."),
        Tells("… Connection in use", "Another program holds the port."),
        Tells("Can't connect to", "The port cannot be taken, so nothing listens."),
        Tells("… Too many open files", "gunicorn has no file descriptor left.", Observable.UpstreamLimitUsedUp),
        Tells("… Cannot allocate memory", "No further process could be started.", Observable.UpstreamLimitUsedUp),
        Passes("Autorestarting worker", "A worker is replaced after max_requests; a request may meet a closed "
            + "connection."),
        Tells("Ignoring EPIPE", "The gateway in front had given up before the answer was ready.",
            Observable.CompletesLate),
        .. DatabasePhrases.Rows,
        Tells("… Error handling request", "A request ended with an exception: a 500.", Observable.CrashInLog),
        Tells("Handling signal: term", "gunicorn was stopped on purpose.", Observable.StoppedOnPurpose),
        Tells("Handling signal: hup", "gunicorn was reloaded on purpose.", Observable.StoppedOnPurpose),
        Tells("Shutting down: Master", "gunicorn ended; connections are refused from now on."),
        Passes("Booting worker", "A worker has started."),
        Passes("Listening at", "gunicorn has started."),
    ]);
}
