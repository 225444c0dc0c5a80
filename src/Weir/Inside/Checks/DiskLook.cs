using System.Collections.Immutable;
using Weir.Host;
using Weir.Host.FileSystems;
using Weir.Probing;

namespace Weir.Inside.Checks;

/// <summary>The disks that an application can write to, as its processes see them.</summary>
/// <param name="Machine">Where the process is seen.</param>
/// <param name="Process">One of its processes.</param>
public sealed record DiskLook(HostRoot Machine, int Process) : Check
{
    /// <summary>Mounts looked at: a host of containers has some hundreds, an application a few.</summary>
    private const int MostMounts = 200;

    // File systems that hold what people write; the others are the kernel's own, or images that are always full.
    private static readonly string[] Kinds =
        ["ext4", "ext3", "ext2", "xfs", "btrfs", "tmpfs", "overlay", "zfs", "f2fs", "nfs", "nfs4", "cifs"];

    /// <inheritdoc/>
    public override string Name => $"the disks of process {Process}";

    /// <inheritdoc/>
    public override TimeSpan Limit => TimeSpan.FromSeconds(3);

    /// <inheritdoc/>
    public override async Task<Fact> LookAsync(ProbeContext context, CancellationToken stop)
    {
        var (at, began) = (context.Clock.GetUtcNow(), context.Clock.GetTimestamp());
        var spaces = await Task.Run(Read, stop);
        return new DisksSeen(at, context.Clock.GetElapsedTime(began), Process, spaces);
    }

    private Reading<ImmutableArray<FileSystemSpace>> Read()
    {
        var root = HostRoot.OfProcess(Process);
        return MountTable.Read(Machine, Process).Select(table => table.Rows
            .Where(row => !row.ReadOnly && Kinds.Contains(row.Type))
            .Take(MostMounts)
            .Select(row => FileSystemSpace.Read(root, row.Point))
            .Where(space => space.Missing is null)
            .Select(space => space.Value)
            .ToImmutableArray());
    }
}

/// <summary>How full the disks are.</summary>
/// <param name="At">When (UTC).</param>
/// <param name="Took">How long it took.</param>
/// <param name="Process">Whose disks.</param>
/// <param name="Spaces">Each disk, or why they may not be read.</param>
public sealed record DisksSeen(
    DateTimeOffset At, TimeSpan Took, int Process, Reading<ImmutableArray<FileSystemSpace>> Spaces) : Fact(At, Took)
{
    /// <inheritdoc/>
    public override string Says => "";
}
