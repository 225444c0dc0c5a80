namespace Weir.Host.Processes;

/// <summary>What a process does, by the letter of <c>/proc/PID/stat</c>.</summary>
public enum ProcessState
{
    /// <summary>A letter that this list does not know.</summary>
    Unknown,

    /// <summary>R: runs or wants to.</summary>
    Running,

    /// <summary>S or I: waits for something to happen.</summary>
    Sleeping,

    /// <summary>D: waits for a disk or a network file system, and cannot be killed.</summary>
    DiskWait,

    /// <summary>T or t: was stopped by a signal or a debugger; its sockets still take connections.</summary>
    Stopped,

    /// <summary>Z or X: has ended.</summary>
    Ended,
}
