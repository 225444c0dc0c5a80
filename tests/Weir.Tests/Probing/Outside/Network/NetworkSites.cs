using System.Collections.Frozen;
using System.Net;
using Weir.Lab.Faults;
using Weir.Lab.Worlds;
using Weir.Probing;
using Weir.Tests.Kit;
using Told = global::Weir.Diagnosis.Diagnosis;

namespace Weir.Tests.Probing.Outside.Network;

/// <summary>
/// One world with a web server behind every fault of a network, all looked at from this machine. Skips where network
/// namespaces cannot be made.
/// </summary>
public sealed class NetworkSites : IAsyncLifetime
{
    private const int Port = 8080;

    private readonly SideBySide _sideBySide = new();
    private readonly List<IAsyncDisposable> _servers = [];
    private FrozenDictionary<NetworkFault, Task<Told>> _looks = FrozenDictionary<NetworkFault, Task<Told>>.Empty;
    private NetworkWorld? _world;

    /// <summary>The diagnosis of the site behind the fault.</summary>
    public Task<Told> this[NetworkFault fault] => _looks[fault];

    public ValueTask InitializeAsync()
    {
        Requires.NetworkNamespaces();
        _world = new NetworkWorld();
        var sites = Enum.GetValues<NetworkFault>().ToFrozenDictionary(fault => fault, fault => Build(fault, _world));
        _looks = sites.ToFrozenDictionary(
            site => site.Key,
            site => _sideBySide.Begin(stop => Look.BesideAsync(site.Value.Url, site.Value.Options, stop)));
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await _sideBySide.DisposeAsync();
        foreach (var server in _servers)
        {
            await server.DisposeAsync();
        }

        _world?.Dispose();
    }

    private (string Url, ProbeOptions Options) Build(NetworkFault fault, NetworkWorld world)
    {
        var host = world.AddHost($"{(int)fault}");
        var link = world.Link(world.Here, host);
        return fault switch
        {
            NetworkFault.RouteMissing or NetworkFault.RouteIntoNothing => Far(fault, world, host, link),
            NetworkFault.OnlyIPv6Dropped => Named(host, link),
            _ => Near(fault, host, link),
        };
    }

    // The server is the neighbour itself.
    private (string Url, ProbeOptions Options) Near(NetworkFault fault, NetworkHost host, NetworkLink link)
    {
        if (fault == NetworkFault.NothingListens)
        {
            return ($"http://{link.RightV4}:{Port}/", new ProbeOptions());
        }

        Serve(host, IPAddress.Any);
        host.Run(fault switch
        {
            NetworkFault.Dropped => $"iptables -w 5 -A INPUT -p tcp --dport {Port} -j DROP",
            NetworkFault.Rejected => $"iptables -w 5 -A INPUT -p tcp --dport {Port} -j REJECT",
            NetworkFault.RejectedByReset =>
                $"iptables -w 5 -A INPUT -p tcp --dport {Port} -j REJECT --reject-with tcp-reset",
            _ => $"ip addr flush dev {link.RightDevice}", // Nobody has the address any more.
        });
        return ($"http://{link.RightV4}:{Port}/", new ProbeOptions());
    }

    // The server would be behind a router that does not know the way.
    private static (string Url, ProbeOptions Options) Far(
        NetworkFault fault, NetworkWorld world, NetworkHost router, NetworkLink link)
    {
        var behind = world.Link(router.Forward(), world.AddHost($"{(int)fault}-far"));
        router.Run($"ip link set {behind.LeftDevice} down");
        if (fault == NetworkFault.RouteIntoNothing)
        {
            router.Run($"ip route add blackhole {behind.RightV4}/32");
        }

        world.Here.Run($"ip route add {behind.RightV4}/32 via {link.RightV4}");
        return ($"http://{behind.RightV4}:{Port}/", new ProbeOptions());
    }

    // A name with an address of each family, of which one does not get through.
    private (string Url, ProbeOptions Options) Named(NetworkHost host, NetworkLink link)
    {
        Serve(host, IPAddress.Any);
        Serve(host, IPAddress.IPv6Any);
        host.Run($"ip6tables -w 5 -A INPUT -p tcp --dport {Port} -j DROP");
        var names = FaultyNameServer.Start(NameReply.Addresses($"{link.RightV4}", $"{link.RightV6}"));
        _servers.Add(names);
        return ($"http://shop.test:{Port}/", new ProbeOptions { Resolvers = [names.EndPoint] });
    }

    private void Serve(NetworkHost host, IPAddress address)
    {
        var options = new FaultyServerOptions { Listen = new IPEndPoint(address, Port) };
        _servers.Add(host.Inside(() => FaultyServer.Start(options, Reply.Ok())));
    }
}
