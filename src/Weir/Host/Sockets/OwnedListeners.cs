using System.Net;
using Weir.Host.Processes;

namespace Weir.Host.Sockets;

/// <summary>The listeners of every network namespace of this machine that may be read, with their processes.</summary>
/// <param name="Rows">One a listening socket.</param>
/// <param name="Unread">What could not be read: namespaces, descriptors, backlogs.</param>
public sealed record OwnedListeners(IReadOnlyList<OwnedListener> Rows, IReadOnlyList<Unread> Unread)
{
    /// <summary>Namespaces entered: a host of containers has some hundreds.</summary>
    private const int MaxSpaces = 1_000;

    /// <summary>The listeners on a port in any namespace.</summary>
    public IEnumerable<OwnedListener> OnPort(int port) => Rows.Where(row => row.Backlog.Local.Port == port);

    /// <summary>The listeners of a namespace that take, or may take, a connection to an endpoint.</summary>
    public IEnumerable<OwnedListener> For(IPEndPoint endpoint, long? space)
        => Rows.Where(row => row.Space == space && Listeners.FitOf(row.Backlog.Local, endpoint) != Hearing.No);

    /// <summary>Everything that a process listens on: the application behind a wrong port shows itself here.</summary>
    public IEnumerable<OwnedListener> Of(int process)
        => Rows.Where(row => row.Owners.Any(owner => owner.Id == process));

    /// <summary>Reads the listeners of all namespaces and finds their owners.</summary>
    public static OwnedListeners Read(HostRoot root, ProcessTable table)
    {
        ArgumentNullException.ThrowIfNull(root);
        ArgumentNullException.ThrowIfNull(table);
        var spaces = NetworkSpace.ReadAll(root, table).Take(MaxSpaces)
            .Select(space => (Number: (long?)space.Number, Queues: ReadFrom(root, space)))
            .ToArray();
        if (spaces.Length == 0)
        {
            spaces = [(null, Backlogs.Read(new NetworkSeat(root)))];
        }

        var listeners = spaces.SelectMany(space => space.Queues.TryGet(out var queues)
            ? queues.Rows.Select(queue => (space.Number, queue))
            : []).ToArray();
        var owners = SocketOwners.Read(root, table.Rows.Keys, listeners.Select(row => row.queue.Inode).ToHashSet());
        return new OwnedListeners(
            [.. listeners.Select(row => new OwnedListener(row.queue, row.Number, Holders(row.queue, owners, table)))],
            [.. spaces.Select(space => space.Queues).SelectMany(Gaps), .. owners.Unread]);
    }

    /// <summary>Any process of the namespace is a door into it; the first may have ended meanwhile.</summary>
    private static Reading<Backlogs> ReadFrom(HostRoot root, NetworkSpace space)
    {
        var read = Backlogs.Read(new NetworkSeat(root, space.Processes[0]));
        return read.Missing is null || space.Processes.Count == 1
            ? read
            : Backlogs.Read(new NetworkSeat(root, space.Processes[^1]));
    }

    private static IReadOnlyList<HostProcess> Holders(Backlog queue, SocketOwners owners, ProcessTable table)
        => [.. owners.Of(queue.Inode).Select(table.Find).OfType<HostProcess>()];

    private static IEnumerable<Unread> Gaps(Reading<Backlogs> queues)
        => new[] { queues.Missing, queues.TryGet(out var read) ? read.NoLimits : null }.OfType<Unread>();
}
