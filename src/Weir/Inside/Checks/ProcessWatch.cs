using Weir.Host;
using Weir.Host.Processes;
using Weir.Probing;

namespace Weir.Inside.Checks;

/// <summary>Processes that die and come back while it is watched: single readings fall between two lives.</summary>
public sealed record ProcessWatch : Check
{
    private const int Looks = 8;

    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(250);

    /// <inheritdoc/>
    public override string Name => "processes that die and come back";

    /// <inheritdoc/>
    public override TimeSpan Limit => TimeSpan.FromSeconds(6);

    /// <inheritdoc/>
    public override async Task<Fact> LookAsync(ProbeContext context, CancellationToken stop)
    {
        var (at, began) = (context.Clock.GetUtcNow(), context.Clock.GetTimestamp());
        var seen = new Dictionary<int, HostProcess>();
        var first = new HashSet<int>();
        for (var look = 0; look < Looks; look++)
        {
            var table = await Task.Run(() => ProcessTable.Read(HostRoot.This), stop);
            foreach (var process in table.TryGet(out var read) ? read.Rows.Values : [])
            {
                if (seen.TryAdd(process.Id, process) && look == 0)
                {
                    first.Add(process.Id);
                }
            }

            await Task.Delay(Every, context.Clock, stop);
        }

        var births = seen.Values.Where(each => !first.Contains(each.Id))
            .GroupBy(each => (each.Parent, each.Name))
            .Select(group => new ProcessBirths(
                group.Key.Parent, group.Key.Name, group.Count(),
                seen.Values.Any(each => first.Contains(each.Id) && each.Parent == group.Key.Parent
                    && each.Name == group.Key.Name)))
            .ToList();
        return new ProcessesWatched(at, context.Clock.GetElapsedTime(began), births);
    }
}

/// <summary>Processes of one name that one parent started while it was watched.</summary>
/// <param name="Parent">The parent.</param>
/// <param name="Name">The kernel's name of them.</param>
/// <param name="Count">How many.</param>
/// <param name="HadOne">There was one of them before.</param>
public sealed record ProcessBirths(int Parent, string Name, int Count, bool HadOne)
{
    /// <summary>It came again: one took the place of another.</summary>
    public bool IsReplacement => Count > 1 || HadOne;
}

/// <summary>What was started meanwhile.</summary>
/// <param name="At">When the watching began (UTC).</param>
/// <param name="Took">How long it was watched.</param>
/// <param name="Births">The new processes.</param>
public sealed record ProcessesWatched(DateTimeOffset At, TimeSpan Took, IReadOnlyList<ProcessBirths> Births)
    : Fact(At, Took)
{
    /// <inheritdoc/>
    public override string Says => "";
}
