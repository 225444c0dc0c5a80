namespace Weir.Host.Cgroups;

/// <summary>What happened in the control groups of a process between two readings; null is not known.</summary>
/// <param name="OomKills">Processes killed for memory.</param>
/// <param name="LimitHits">How often the memory was at its limit.</param>
/// <param name="Periods">Periods in which it wanted to run.</param>
/// <param name="Throttled">Periods in which its quota ran out.</param>
/// <param name="ThrottledTime">How long it stood still for that.</param>
/// <param name="RefusedTasks">Forks and threads refused.</param>
public sealed record CgroupChange(
    long? OomKills, long? LimitHits, long? Periods, long? Throttled, TimeSpan? ThrottledTime, long? RefusedTasks);
