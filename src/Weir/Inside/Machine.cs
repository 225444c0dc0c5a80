using System.Net;
using Weir.Host;
using Weir.Host.Processes;
using Weir.Host.Sockets;

namespace Weir.Inside;

/// <summary>
/// This machine at one moment: its processes, its listeners, and the network namespaces in which they live, so that an
/// address can be followed to the process behind it, through containers as well.
/// </summary>
/// <param name="Root">Where it was read.</param>
/// <param name="Processes">The processes.</param>
/// <param name="Listeners">The listeners of all namespaces that may be read, with their owners.</param>
/// <param name="Spaces">The namespaces; the first is our own.</param>
public sealed record Machine(
    HostRoot Root, ProcessTable Processes, OwnedListeners Listeners, IReadOnlyList<MachineSpace> Spaces)
{
    /// <summary>The namespace that we live in ourselves.</summary>
    public MachineSpace Own => Spaces[0];

    /// <summary>Reads it.</summary>
    public static Reading<Machine> Read(HostRoot root)
        => ProcessTable.Read(root).Select(processes => new Machine(
            root, processes, OwnedListeners.Read(root, processes), SpacesOf(root, processes)));

    /// <summary>The namespace that an address leads to, asked from another one; null where it is on no host of this
    /// machine. Loopback never leaves a namespace.</summary>
    public MachineSpace? SpaceOf(IPAddress address, MachineSpace from)
    {
        ArgumentNullException.ThrowIfNull(address);
        ArgumentNullException.ThrowIfNull(from);
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return IPAddress.IsLoopback(plain) || from.Addresses.Contains(plain)
            ? from
            : Spaces.FirstOrDefault(space => space.Addresses.Contains(plain));
    }

    /// <summary>The namespace of a process; our own where that may not be read.</summary>
    public MachineSpace SpaceOf(int process)
        => ProcessNamespaces.NetworkOf(Root, process).TryGet(out var number)
            ? Spaces.FirstOrDefault(space => space.Number == number) ?? Own
            : Own;

    /// <summary>The listeners of a namespace that take a connection to an endpoint.</summary>
    public IReadOnlyList<OwnedListener> ListenersFor(IPEndPoint endpoint, MachineSpace space)
    {
        ArgumentNullException.ThrowIfNull(space);
        return [.. Listeners.For(endpoint, space.Number)];
    }

    /// <summary>The listeners of a namespace, whatever their address.</summary>
    public IEnumerable<OwnedListener> ListenersIn(MachineSpace space)
    {
        ArgumentNullException.ThrowIfNull(space);
        return Listeners.Rows.Where(row => row.Space == space.Number);
    }

    /// <summary>The seat from which a namespace is asked.</summary>
    public NetworkSeat SeatOf(MachineSpace space)
    {
        ArgumentNullException.ThrowIfNull(space);
        return space == Own ? new NetworkSeat(Root) : new NetworkSeat(Root, space.Door);
    }

    private static IReadOnlyList<MachineSpace> SpacesOf(HostRoot root, ProcessTable processes)
    {
        var own = root.Link("/proc/thread-self/ns/net").TryGet(out var link) ? ProcessText.NumberOf(link, "net") : null;
        var others = NetworkSpace.ReadAll(root, processes).Where(space => space.Number != own)
            .Select(space => (space.Number, Door: space.Processes[0]))
            .Select(space => new MachineSpace(
                space.Number, space.Door, LocalAddresses.Read(new NetworkSeat(root, space.Door)).Or([])));
        return [new MachineSpace(own, null, LocalAddresses.Read(new NetworkSeat(root)).Or([])), .. others];
    }
}
