namespace Weir.Logs.Files;

/// <summary>Whether a log could be read.</summary>
public enum LogFileState
{
    /// <summary>It was read.</summary>
    Read,

    /// <summary>There is no such file.</summary>
    Missing,

    /// <summary>This user may not read it.</summary>
    Forbidden,

    /// <summary>It is no file but a container's output or a pipe: the lines are with whoever runs it.</summary>
    NotAFile,

    /// <summary>Reading it failed.</summary>
    Unreadable,
}
