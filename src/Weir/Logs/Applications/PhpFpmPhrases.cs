using Weir.Diagnosis;
using static Weir.Logs.PhraseTable;

namespace Weir.Logs.Applications;

/// <summary>
/// What php-fpm writes. None of it is a failure on the wire; what the gateway in front sees is in the meaning.
/// </summary>
public static class PhpFpmPhrases
{
    /// <summary>The whole table.</summary>
    public static PhraseTable Table { get; } = new(
    [
        Tells("server reached pm.max_children setting", "Every child is busy; the next requests wait, and the gateway "
            + "in front runs into its time-out or, on a unix socket, finds the queue full.", Observable.WorkersBusy),
        Tells("server reached max_children setting", "Every child is busy; the next requests wait.",
            Observable.WorkersBusy),
        Tells("… seems busy (you may need to increase", "More children are started; requests already wait a little."),
        Tells("The maximum number of processes has been reached", "process.max is reached over all pools.",
            Observable.WorkersBusy, Observable.UpstreamLimitUsedUp),
        Tells("child … execution timed out (… terminating", "request_terminate_timeout killed the child; the gateway "
            + "in front sees a closed connection (502), not a time-out.", Observable.WorkerKilledForTime),
        Tells("child … executing too slow (", "The request took longer than request_slowlog_timeout; the slow log has "
            + "its stack."),
        Tells("child … exited on signal 11", "PHP or one of its extensions crashed; the gateway in front sees a reset.",
            Observable.CrashInLog),
        Tells("child … exited on signal 7", "PHP or one of its extensions crashed (bus error).", Observable.CrashInLog),
        Tells("child … exited on signal 6", "PHP or one of its extensions aborted.", Observable.CrashInLog),
        Tells("child … exited on signal 9", "A child was killed: by the kernel for memory, or by somebody. The "
            + "kernel's log tells which."),
        Passes("child … exited on signal 15", "A child was ended, as a reload or a time-out does."),
        Tells("child … exited with code 255", "A script died while it shut down.", Observable.CrashInLog),
        Tells("child … exited with code 70", "A child could not start.", Observable.CrashInLog),
        Passes("child … exited with code 0", "A child ended after its share of requests."),
        Tells("failed processes threshold", "So many children crashed that php-fpm restarts itself.",
            Observable.CrashInLog, Observable.RestartCounterRising),
        Tells("fork() failed", "No further process could be started: a limit of processes or memory.",
            Observable.UpstreamLimitUsedUp),
        Tells("… Too many open files", "php-fpm has no file descriptor left.", Observable.UpstreamLimitUsedUp),
        Tells("unable to bind listening socket … Address already in use", "Another instance holds the port or the "
            + "socket."),
        Tells("Connection disallowed: IP address", "listen.allowed_clients does not have the gateway; it sees a "
            + "reset."),
        Tells("… Allowed memory size of", "A script needed more than memory_limit: mostly a 500.",
            Observable.CrashInLog),
        Tells("… Maximum execution time of", "A script took longer than max_execution_time: mostly a 500."),
        .. DatabasePhrases.Rows,
        Tells("PHP Fatal error", "A script died of an error: mostly a 500.", Observable.CrashInLog),
        Tells("PHP Parse error", "A script is not valid PHP: a 500.", Observable.CrashInLog),
        Tells("exiting, bye-bye!", "php-fpm was stopped on purpose.", Observable.StoppedOnPurpose),
        Tells("Reloading in progress", "php-fpm was reloaded on purpose.", Observable.StoppedOnPurpose),
        Passes("ready to handle connections", "php-fpm has started."),
    ]);
}
