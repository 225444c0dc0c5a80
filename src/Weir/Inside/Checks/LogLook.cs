using Weir.Logs.Access;
using Weir.Logs.Recent;
using Weir.Probing;

namespace Weir.Inside.Checks;

/// <summary>The last minutes of the gateway's logs, our own requests among them.</summary>
/// <param name="Gateway">The gateway; null where only given logs are read.</param>
/// <param name="Host">The site's name: a gateway serves many.</param>
public sealed record LogLook(GatewaySeen? Gateway, string Host) : Check
{
    /// <inheritdoc/>
    public override string Name => "the gateway's logs";

    /// <inheritdoc/>
    public override TimeSpan Limit => TimeSpan.FromSeconds(8);

    /// <inheritdoc/>
    public override async Task<Fact> LookAsync(ProbeContext context, CancellationToken stop)
    {
        var (at, began) = (context.Clock.GetUtcNow(), context.Clock.GetTimestamp());
        var inside = context.Options.Inside ?? new InsideOptions();
        var options = new RecentLogOptions
        {
            ErrorLogs = inside.Logs.Length > 0 ? [.. inside.Logs.Where(path => !LogPaths.IsAccess(path))]
                : LogPaths.Errors(Gateway),
            AccessLogs = inside.Logs.Length > 0
                ? [.. inside.Logs.Where(LogPaths.IsAccess).Select(path => new AccessLog(path, AccessFormat.Known))]
                : LogPaths.Access(Gateway),
            Since = at - inside.Since,
            Until = at + TimeSpan.FromSeconds(1), // lines are written to the second
            Zone = context.Clock.LocalTimeZone,
            Host = Host,
        };
        var view = await Task.Run(() => RecentLog.Read(options, stop), stop);
        return new LogSeen(at, context.Clock.GetElapsedTime(began), view);
    }
}

/// <summary>What the gateway's logs say.</summary>
/// <param name="At">When they were read (UTC).</param>
/// <param name="Took">How long it took.</param>
/// <param name="View">The last minutes.</param>
public sealed record LogSeen(DateTimeOffset At, TimeSpan Took, RecentView View) : Fact(At, Took)
{
    /// <inheritdoc/>
    public override string Says => View.Failures is [var first, ..]
        ? $"the gateway's log has {View.Failures.Sum(each => each.Count)} failures, most of them "
            + $"{(first.Kind is { } kind ? Vocabulary.Spelling.Kebab(kind) : "unexplained")}"
        : "";
}
