using System.Net;
using Weir.Host;
using Weir.Host.Processes;
using Weir.Host.Sockets;

namespace Weir.Inside;

/// <summary>Finds the gateway of a site: from the listening socket to its process and that one's namespaces.</summary>
/// <param name="machine">The machine.</param>
public sealed class GatewaySearch(Machine machine)
{
    /// <summary>Parents that are climbed: a worker is one below its master, a wrapper or two above that.</summary>
    private const int MostParents = 8;

    private static readonly string[] OtherGateways =
        ["haproxy", "apache2", "httpd", "caddy", "envoy", "traefik", "varnishd", "lighttpd", "openresty", "angie"];

    /// <summary>
    /// The listeners behind an address: those of its own namespace; behind the forwarder of a published port, those of
    /// the container.
    /// </summary>
    public (MachineSpace? Space, IReadOnlyList<OwnedListener> Listeners) Behind(IPEndPoint endpoint)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        var space = machine.SpaceOf(endpoint.Address, machine.Own);
        if (space is null)
        {
            return (null, []);
        }

        var listeners = machine.ListenersFor(endpoint, space);
        return listeners.SelectMany(each => each.Owners).Select(PublishedPort.Of).OfType<IPEndPoint>()
            .FirstOrDefault() is { } inner && machine.SpaceOf(inner.Address, space) is { } container
                ? (container, machine.ListenersFor(inner, container))
                : (space, listeners);
    }

    /// <summary>The gateway that holds one of the listeners; null where none of the known ones does.</summary>
    public GatewayPlace? Holder(IReadOnlyList<OwnedListener> listeners)
    {
        ArgumentNullException.ThrowIfNull(listeners);
        var owners = listeners.SelectMany(each => each.Owners).DistinctBy(each => each.Id).ToList();
        return owners.Select(MasterOf).OfType<HostProcess>().FirstOrDefault() is { } master
            ? Nginx(master)
            : owners.FirstOrDefault(each => OtherGateways.Contains(each.Name)) is { } other
                ? Place(other.Name, other)
                : null;
    }

    /// <summary>
    /// Every nginx of a namespace: where the owner of a socket may not be read, its configuration tells whose it is.
    /// </summary>
    public IEnumerable<GatewayPlace> NginxesIn(MachineSpace space)
        => machine.Processes.NginxMasters.Select(Nginx).Where(place => place.Space == space);

    /// <summary>
    /// Where an nginx of a namespace would live: it does not run now, its files are those that others there see.
    /// </summary>
    public GatewayPlace Absent(MachineSpace space)
    {
        ArgumentNullException.ThrowIfNull(space);
        return new("nginx", null, [], space, machine.SeatOf(space),
            space.Door is { } door ? HostRoot.OfProcess(door) : machine.Root);
    }

    private GatewayPlace Nginx(HostProcess master) => Place("nginx", master);

    private GatewayPlace Place(string software, HostProcess master)
    {
        var space = machine.SpaceOf(master.Id);
        return new(software, master, [.. machine.Processes.ChildrenOf(master.Id)], space,
            machine.SeatOf(space) is { Process: not null } seat ? seat with { Process = master.Id }
                : machine.SeatOf(space),
            IsElsewhere(master.Id) ? HostRoot.OfProcess(master.Id) : machine.Root);
    }

    // A container has files of its own; whose may not be compared is taken to see what we see.
    private bool IsElsewhere(int process)
    {
        var own = machine.Root.Link("/proc/self/ns/mnt");
        var other = machine.Root.Link($"/proc/{process}/ns/mnt");
        return own.TryGet(out var here) && other.TryGet(out var there) && here != there;
    }

    private HostProcess? MasterOf(HostProcess process)
    {
        var at = process;
        for (var step = 0; step < MostParents && at is not null; step++)
        {
            if (at.IsNginxMaster)
            {
                return at;
            }

            at = machine.Processes.Find(at.Parent);
        }

        return null;
    }
}
