namespace Weir.Host.KernelLog;

/// <summary>What the kernel wrote down that may be behind a 502.</summary>
public enum KernelEventKind
{
    /// <summary>It killed a process because the machine had no memory left.</summary>
    OutOfMemory,

    /// <summary>It killed a process because its control group was at its limit.</summary>
    CgroupOutOfMemory,

    /// <summary>A program crashed: a bad address, an invalid instruction, a protection fault.</summary>
    Crash,

    /// <summary>A listener gets more connections than its program takes.</summary>
    SynFlood,

    /// <summary>The connection-tracking table is full: packets are dropped.</summary>
    ConntrackFull,

    /// <summary>The neighbour table is full: hosts on the own link cannot be reached.</summary>
    NeighbourTableFull,

    /// <summary>TCP has no memory left, or too many orphaned sockets.</summary>
    SocketMemory,

    /// <summary>The machine's table of open files is full.</summary>
    FileTableFull,

    /// <summary>A control group may have no more processes.</summary>
    ForkRefused,

    /// <summary>A task has waited for minutes, mostly for a disk or a network file system.</summary>
    BlockedTask,

    /// <summary>A disk or a file system reports an error.</summary>
    DiskError,

    /// <summary>A file system was made read-only after an error.</summary>
    ReadOnlyFileSystem,

    /// <summary>An interface lost its link.</summary>
    LinkDown,

    /// <summary>A rule of the packet filter wrote a line, mostly before it drops.</summary>
    FirewallLine,

    /// <summary>SELinux or AppArmor forbade something.</summary>
    AccessDenied,
}
