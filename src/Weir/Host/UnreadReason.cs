namespace Weir.Host;

/// <summary>Why something of this machine could not be read.</summary>
public enum UnreadReason
{
    /// <summary>It does not exist: the kernel lacks the part, the process has ended, the program is missing.</summary>
    Absent,

    /// <summary>It exists and we may not read it.</summary>
    Forbidden,

    /// <summary>It was read and is not what it should be.</summary>
    Malformed,

    /// <summary>It did not answer within its limit of time.</summary>
    TimedOut,

    /// <summary>This system has nothing of the kind: it is not Linux.</summary>
    Unsupported,

    /// <summary>The system gave another error.</summary>
    Failed,
}
