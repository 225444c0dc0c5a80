namespace Weir.Host.Load;

/// <summary>How hard the machine works, at one moment. Each fact stands for itself.</summary>
/// <param name="Processor">Waiting for a processor; above 40 to 60 % of the last ten seconds it is overloaded.</param>
/// <param name="Memory">Waiting for memory; above 5 to 10 % ("full") it thrashes.</param>
/// <param name="Disk">Waiting for disks; above 20 % ("full") they are too slow.</param>
/// <param name="Average">The load average.</param>
/// <param name="Times">What the processors did, for a difference.</param>
/// <param name="Use">The memory.</param>
/// <param name="Files">Open files of everybody.</param>
/// <param name="Conntrack">Tracked connections of the seat.</param>
public sealed record HostLoad(
    Reading<Pressure> Processor,
    Reading<Pressure> Memory,
    Reading<Pressure> Disk,
    Reading<LoadAverage> Average,
    Reading<ProcessorTimes> Times,
    Reading<MemoryUse> Use,
    Reading<Filling> Files,
    Reading<Filling> Conntrack)
{
    /// <summary>Reads it all.</summary>
    /// <param name="seat">The machine, and the network namespace of the tracked connections.</param>
    public static HostLoad Read(NetworkSeat seat)
    {
        ArgumentNullException.ThrowIfNull(seat);
        var root = seat.Root;
        return new HostLoad(
            Pressure.Read(root, "/proc/pressure/cpu"),
            Pressure.Read(root, "/proc/pressure/memory"),
            Pressure.Read(root, "/proc/pressure/io"),
            LoadAverage.Read(root),
            ProcessorTimes.Read(root),
            MemoryUse.Read(root),
            Filling.ReadFiles(root),
            Filling.ReadConntrack(seat));
    }
}
