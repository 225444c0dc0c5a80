namespace Weir.Host.Load;

/// <summary>What the processors did between two readings, as shares of 0 to 1.</summary>
/// <param name="Busy">Ran something, the stolen time included.</param>
/// <param name="DiskWait">Had nothing to do, while a task waited for a disk.</param>
/// <param name="Stolen">The hypervisor ran somebody else.</param>
public sealed record ProcessorShares(double Busy, double DiskWait, double Stolen);
