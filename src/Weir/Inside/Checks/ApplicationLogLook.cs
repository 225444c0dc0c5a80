using System.Collections.Immutable;
using Weir.Host;
using Weir.Logs.Applications;
using Weir.Probing;

namespace Weir.Inside.Checks;

/// <summary>The last minutes of the logs that the application's own processes have open.</summary>
/// <param name="Root">Where the processes are seen.</param>
/// <param name="Processes">Their numbers.</param>
public sealed record ApplicationLogLook(HostRoot Root, ImmutableArray<int> Processes) : Check
{
    /// <summary>An application writes one or two logs; more are something else.</summary>
    private const int MostLogs = 4;

    /// <summary>Descriptors that are looked at, of each process.</summary>
    private const int MostDescriptors = 256;

    /// <inheritdoc/>
    public override string Name => "the application's own logs";

    /// <inheritdoc/>
    public override TimeSpan Limit => TimeSpan.FromSeconds(5);

    /// <inheritdoc/>
    public override async Task<Fact> LookAsync(ProbeContext context, CancellationToken stop)
    {
        var (at, began) = (context.Clock.GetUtcNow(), context.Clock.GetTimestamp());
        var since = at - (context.Options.Inside?.Since ?? new InsideOptions().Since);
        var logs = await Task.Run(
            () => Paths().Select(path => RecentApplicationLog.Read(
                path, since, at + TimeSpan.FromSeconds(1), context.Clock.LocalTimeZone, stop)).ToImmutableArray(),
            stop);
        return new ApplicationLogsSeen(at, context.Clock.GetElapsedTime(began), logs);
    }

    /// <inheritdoc/>
    public bool Equals(ApplicationLogLook? other)
        => other is not null && Root == other.Root && Processes.SequenceEqual(other.Processes);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Root, Processes.Length);

    private IEnumerable<string> Paths() => Processes
        .SelectMany(process => Root.Names($"/proc/{process}/fd").Or([]).Take(MostDescriptors)
            .Select(name => Root.Link($"/proc/{process}/fd/{name}").Or(""))
            .Where(IsLog)
            .Select(path => $"{Root.Prefix}/proc/{process}/root{path}"))
        .DistinctBy(path => path[path.IndexOf("/root/", StringComparison.Ordinal)..])
        .Take(MostLogs);

    private static bool IsLog(string path)
        => path.StartsWith('/') && !path.EndsWith(" (deleted)", StringComparison.Ordinal)
            && (path.EndsWith(".log", StringComparison.Ordinal)
                || path.StartsWith("/var/log/", StringComparison.Ordinal));
}

/// <summary>What the application's own logs say.</summary>
/// <param name="At">When they were read (UTC).</param>
/// <param name="Took">How long it took.</param>
/// <param name="Logs">Each log.</param>
public sealed record ApplicationLogsSeen(
    DateTimeOffset At, TimeSpan Took, ImmutableArray<RecentApplicationLog> Logs) : Fact(At, Took)
{
    /// <inheritdoc/>
    public override string Says => "";
}
