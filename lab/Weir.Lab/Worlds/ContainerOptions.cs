using System.Collections.Immutable;

namespace Weir.Lab.Worlds;

/// <summary>What a container has of its own, besides its network, processes and mounts.</summary>
public sealed record ContainerOptions
{
    /// <summary>Its empty folders. <c>/run</c>, <c>/srv</c>, <c>/var/log</c> and <c>/dev/shm</c> always are.</summary>
    public ImmutableArray<OwnFolder> Folders { get; init; } = [];

    /// <summary>
    /// Most memory of its processes, in bytes; null is no limit. Needs the memory controller of cgroup v1.
    /// </summary>
    public long? MemoryBytes { get; init; }
}
