using System.Net;
using System.Net.Sockets;
using Weir.Host;
using Weir.Probing;
using Weir.Probing.Databases;
using Weir.Probing.Tcp;
using Weir.Probing.Upstream;

namespace Weir.Inside.Checks;

/// <summary>A pair of the chain that a person named: is it reached from here, and in what time?</summary>
/// <param name="Upstream">What is tried.</param>
/// <param name="Seat">From where.</param>
public sealed record PairLook(UpstreamMember Upstream, NetworkSeat Seat) : Check
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3.5);

    /// <inheritdoc/>
    public override string Name => $"the way to {Upstream.Name}";

    /// <inheritdoc/>
    public override TimeSpan Limit => TimeSpan.FromSeconds(12);

    /// <inheritdoc/>
    public override async Task<Fact> LookAsync(ProbeContext context, CancellationToken stop)
    {
        var (at, began) = (context.Clock.GetUtcNow(), context.Clock.GetTimestamp());
        var names = Upstream.Host is null || Upstream.Literal is not null ? null
            : await UpstreamNames.ResolveAsync(
                HostRoot.This, Seat, Upstream.Host, null, context.Clock, context.Random, stop);
        var end = Upstream.UnixPath is { } path ? new UnixDomainSocketEndPoint(path)
            : (Upstream.Literal ?? (names is { Addresses: [var first, ..] } ? first : null)) is { } address
                ? new IPEndPoint(address, Upstream.Port)
            : (EndPoint?)null;
        var entered = end is null ? null : Seat.Inside(() => Host.Readings.Of(
            ConnectProbe.RunAsync(end, Patience, context.Clock, stop)));
        var attempt = entered is not null && entered.TryGet(out var connecting) ? await connecting : null;
        var database = attempt is { Connected: true } && end is IPEndPoint here
            && DatabaseProbe.Ports.ContainsKey(here.Port)
                ? await DatabaseProbe.AskAsync(Seat, here, Patience, context.Clock, stop)
                : (DatabaseAnswer?)null;
        return new PairSeen(at, context.Clock.GetElapsedTime(began), this, names, attempt, database);
    }
}

/// <summary>How a pair of the chain is.</summary>
/// <param name="At">When (UTC).</param>
/// <param name="Took">How long it took.</param>
/// <param name="Look">The pair.</param>
/// <param name="Names">Where its name leads; null where it has none.</param>
/// <param name="Connect">What connecting met; null where it did not come to that.</param>
/// <param name="Database">How a database greets; null where it is none.</param>
public sealed record PairSeen(
    DateTimeOffset At, TimeSpan Took, PairLook Look, UpstreamAddresses? Names, ConnectAttempt? Connect,
    DatabaseAnswer? Database) : Fact(At, Took)
{
    /// <summary>What fails; null where nothing does.</summary>
    public Vocabulary.Failure? Failure => Names?.Failure ?? Connect?.Failure;

    /// <inheritdoc/>
    public override string Says => Connect is { Connected: true } ? ""
        : $"{Look.Upstream.Name} is not reached";
}
