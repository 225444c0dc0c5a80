namespace Weir.Host.Processes;

/// <summary>A limit that the kernel holds a process to, getrlimit(2).</summary>
/// <param name="Soft">The one in force; <see cref="long.MaxValue"/> is none.</param>
/// <param name="Hard">The one up to which the process may raise it by itself.</param>
public sealed record ProcessLimit(long Soft, long Hard);
