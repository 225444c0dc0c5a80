using System.Collections.Immutable;
using Weir.Host;
using Weir.Host.Processes;
using Weir.Probing;

namespace Weir.Inside.Checks;

/// <summary>How many descriptors processes have open, against what they may.</summary>
/// <param name="Root">Where the processes are seen.</param>
/// <param name="Who">Whose they are, for people.</param>
/// <param name="Processes">Their numbers.</param>
public sealed record LimitsLook(HostRoot Root, string Who, ImmutableArray<int> Processes) : Check
{
    /// <inheritdoc/>
    public override string Name => $"the descriptors of {Who}";

    /// <inheritdoc/>
    public override TimeSpan Limit => TimeSpan.FromSeconds(3);

    /// <inheritdoc/>
    public override async Task<Fact> LookAsync(ProbeContext context, CancellationToken stop)
    {
        var (at, began) = (context.Clock.GetUtcNow(), context.Clock.GetTimestamp());
        var details = await Task.Run(
            () => Processes.Select(id => ProcessDetail.Read(Root, id)).ToImmutableArray(), stop);
        return new LimitsSeen(at, context.Clock.GetElapsedTime(began), this, details);
    }

    /// <inheritdoc/>
    public bool Equals(LimitsLook? other)
        => other is not null && (Root, Who) == (other.Root, other.Who) && Processes.SequenceEqual(other.Processes);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Who, Processes.Length);
}

/// <summary>How near processes are to their limits.</summary>
/// <param name="At">When (UTC).</param>
/// <param name="Took">How long it took.</param>
/// <param name="Look">Whose.</param>
/// <param name="Details">Each of them.</param>
public sealed record LimitsSeen(
    DateTimeOffset At, TimeSpan Took, LimitsLook Look, ImmutableArray<ProcessDetail> Details) : Fact(At, Took)
{
    /// <summary>From this share on the next connection may find none left.</summary>
    private const double NearlyAll = 0.97;

    /// <summary>The one that is nearest to its limit; null where nobody's is known.</summary>
    public ProcessDetail? Fullest => Details.Where(each => each.DescriptorShare is not null)
        .MaxBy(each => each.DescriptorShare);

    /// <summary>One of them has used up its descriptors.</summary>
    public bool IsUsedUp => Fullest?.DescriptorShare >= NearlyAll;

    /// <inheritdoc/>
    public override string Says => IsUsedUp ? $"{Look.Who} has used up its descriptors" : "";
}
