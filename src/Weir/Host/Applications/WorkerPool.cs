using System.Net;
using Weir.Host.Processes;
using Weir.Host.Sockets;

namespace Weir.Host.Applications;

/// <summary>
/// A master and its workers, of the kind in which a worker serves one request at a time: php-fpm, gunicorn with sync
/// workers, uWSGI. A worker that holds an accepted connection is busy.
/// </summary>
/// <param name="Kind">The server's name.</param>
/// <param name="Master">The process that keeps the workers.</param>
/// <param name="Workers">The workers.</param>
/// <param name="Busy">How many of them hold a connection of the listener.</param>
/// <param name="Outside">How many connections of theirs lead to other hosts, databases left out.</param>
public sealed record WorkerPool(
    string Kind, HostProcess Master, IReadOnlyList<HostProcess> Workers, int Busy, int Outside)
{
    /// <summary>Most workers have a connection open to somewhere else.</summary>
    public bool WaitsForOutside => Workers.Count > 0 && Outside * 2 > Workers.Count;

    /// <summary>Every worker is taken.</summary>
    public bool AllBusy => Workers.Count > 0 && Busy >= Workers.Count;

    /// <summary>
    /// Reads the pool that listens at an endpoint or a unix socket; null where none of a known kind does.
    /// </summary>
    public static WorkerPool? Read(NetworkSeat seat, ProcessTable table, IPEndPoint? endpoint, string? unixPath)
    {
        ArgumentNullException.ThrowIfNull(seat);
        ArgumentNullException.ThrowIfNull(table);
        var listeners = ListeningInodes(seat, endpoint, unixPath).ToHashSet();
        var owners = SocketOwners.Read(seat.Root, table.Rows.Keys, listeners);
        var holders = listeners.SelectMany(owners.Of).Distinct().Select(table.Find).OfType<HostProcess>().ToList();
        var master = holders.FirstOrDefault(each => KindOf(each) is not null
            && table.Find(each.Parent) is not { } parent || !holders.Exists(other => other.Id == each.Parent));
        if (master is null || KindOf(master) is not { } kind || IsThreaded(master))
        {
            return null;
        }

        // Every worker has the listener open, so the children that do are the workers, and nothing else is.
        var workers = table.ChildrenOf(master.Id).Where(child => holders.Exists(each => each.Id == child.Id)
            || kind == "php-fpm").ToList();
        var accepted = AcceptedInodes(seat, endpoint, unixPath).ToHashSet();
        var busy = SocketOwners.Read(seat.Root, workers.Select(each => each.Id), accepted);
        return new(kind, master, workers,
            workers.Count(worker => busy.ByInode.Values.Any(holding => holding.Contains(worker.Id))),
            OutsideOf(seat, workers, endpoint));
    }

    private static int OutsideOf(NetworkSeat seat, List<HostProcess> workers, IPEndPoint? own)
    {
        var leaving = new HashSet<long>();
        TcpTable.Read(seat, row =>
        {
            if (row.State is (int)TcpState.Established or (int)TcpState.SynSent && row.Local.Port != own?.Port
                && !IPAddress.IsLoopback(row.Remote.Address)
                && !Probing.Databases.DatabaseProbe.Ports.ContainsKey(row.Remote.Port))
            {
                leaving.Add(row.Inode);
            }
        });
        return SocketOwners.Read(seat.Root, workers.Select(each => each.Id), leaving).ByInode.Count;
    }

    private static string? KindOf(HostProcess process)
    {
        var line = string.Join(' ', process.CommandLine);
        return process.Name.StartsWith("php-fpm", StringComparison.Ordinal) ? "php-fpm"
            : line.Contains("gunicorn", StringComparison.Ordinal) ? "gunicorn"
            : process.Name.StartsWith("uwsgi", StringComparison.Ordinal) ? "uWSGI"
            : null;
    }

    // Then a worker serves many at once, and a held connection says nothing.
    private static bool IsThreaded(HostProcess master)
        => master.CommandLine.Any(word => word.StartsWith("--threads", StringComparison.Ordinal)
            || word is "gthread" or "gevent" or "eventlet" or "--enable-threads"
            || word.Contains("uvicorn", StringComparison.Ordinal)
            || word.StartsWith("--worker-class", StringComparison.Ordinal));

    private static List<long> ListeningInodes(NetworkSeat seat, IPEndPoint? endpoint, string? unixPath)
        => endpoint is { } at
            ? Listeners.Read(seat).Select(each => each.For(at).Select(row => row.Inode).ToList()).Or([])
            : UnixTable.Read(seat).Select(each => each.ListenersAt(unixPath!).Select(row => row.Inode).ToList()).Or([]);

    private static List<long> AcceptedInodes(NetworkSeat seat, IPEndPoint? endpoint, string? unixPath)
    {
        var inodes = new List<long>();
        if (endpoint is { } at)
        {
            TcpTable.Read(seat, row =>
            {
                if (row.State == (int)TcpState.Established && row.Local.Port == at.Port)
                {
                    inodes.Add(row.Inode);
                }
            });
        }
        else if (UnixTable.Read(seat).TryGet(out var table))
        {
            inodes.AddRange(table.Sockets.Where(each => !each.Listens && each.Path == unixPath)
                .Select(each => each.Inode));
        }

        return inodes;
    }
}
