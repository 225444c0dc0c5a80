namespace Weir.Host.Journal;

/// <summary>What happened to a unit of systemd.</summary>
public enum UnitEventKind
{
    /// <summary>It was started, and is up.</summary>
    Started,

    /// <summary>It was asked to stop, or stopped.</summary>
    Stopped,

    /// <summary>Its main process ended by itself or by a signal.</summary>
    Exited,

    /// <summary>It is in the state "failed", or was.</summary>
    Failed,

    /// <summary>The kernel killed a process of it for memory.</summary>
    OutOfMemory,

    /// <summary>systemd will start it again.</summary>
    RestartScheduled,

    /// <summary>It failed so often that systemd gave up.</summary>
    GivenUp,

    /// <summary>It did not start, stop or report in time, and was killed.</summary>
    TimedOut,
}
