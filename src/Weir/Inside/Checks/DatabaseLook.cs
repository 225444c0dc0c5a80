using System.Collections.Immutable;
using System.Net;
using System.Text.RegularExpressions;
using Weir.Host;
using Weir.Host.Sockets;
using Weir.Probing;
using Weir.Probing.Databases;

namespace Weir.Inside.Checks;

/// <summary>The databases that an application is or was a moment ago connected to, asked from its seat.</summary>
/// <param name="Seat">The application's network.</param>
/// <param name="Complaint">What it wrote of a database, which may name an address; empty for nothing.</param>
public sealed partial record DatabaseLook(NetworkSeat Seat, string Complaint) : Check
{
    /// <summary>More databases than these are not asked.</summary>
    private const int Most = 4;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1.5);

    /// <inheritdoc/>
    public override string Name => "the application's databases";

    /// <inheritdoc/>
    public override TimeSpan Limit => TimeSpan.FromSeconds(4);

    /// <inheritdoc/>
    public override async Task<Fact> LookAsync(ProbeContext context, CancellationToken stop)
    {
        var (at, began) = (context.Clock.GetUtcNow(), context.Clock.GetTimestamp());
        var found = await Task.Run(Find, stop);
        var asked = await Task.WhenAll(found.Select(async endpoint => new DatabaseAsked(
            endpoint, await DatabaseProbe.AskAsync(Seat, endpoint, Patience, context.Clock, stop))));
        return new DatabasesSeen(at, context.Clock.GetElapsedTime(began), [.. asked]);
    }

    private List<IPEndPoint> Find()
    {
        var found = new HashSet<IPEndPoint>();
        if (Named().Match(Complaint) is { Success: true } named
            && IPAddress.TryParse(named.Groups["address"].Value, out var address)
            && ushort.TryParse(named.Groups["port"].Value, out var port))
        {
            found.Add(new IPEndPoint(address, port));
        }

        TcpTable.Read(Seat, row =>
        {
            if (!row.Listens && DatabaseProbe.Ports.ContainsKey(row.Remote.Port) && found.Count < Most)
            {
                found.Add(row.Remote.Address.IsIPv4MappedToIPv6
                    ? new IPEndPoint(row.Remote.Address.MapToIPv4(), row.Remote.Port) : row.Remote);
            }
        });
        return [.. found];
    }

    // libpq: connection to server at "10.0.0.5", port 5432 failed: …
    [GeneratedRegex("""server at (?:"|&quot;)(?<address>[0-9a-fA-F.:]+)(?:"|&quot;)[^,]{0,60}, port (?<port>\d+)""")]
    private static partial Regex Named();
}

/// <summary>A database and its greeting.</summary>
/// <param name="Endpoint">Where it is.</param>
/// <param name="Answer">How it answers.</param>
public sealed record DatabaseAsked(IPEndPoint Endpoint, DatabaseAnswer Answer);

/// <summary>How the application's databases answer.</summary>
/// <param name="At">When (UTC).</param>
/// <param name="Took">How long it took.</param>
/// <param name="Databases">Each of them.</param>
public sealed record DatabasesSeen(DateTimeOffset At, TimeSpan Took, ImmutableArray<DatabaseAsked> Databases)
    : Fact(At, Took)
{
    /// <inheritdoc/>
    public override string Says => "";
}
