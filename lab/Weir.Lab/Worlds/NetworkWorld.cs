namespace Weir.Lab.Worlds;

/// <summary>
/// A small network of hosts on this machine: network namespaces joined by cables (veth), with the system's own filters
/// and routes. Everything that was made is removed by <see cref="Dispose"/>. Needs root, iproute2 and Linux.
/// </summary>
public sealed class NetworkWorld : IDisposable
{
    private static int _worlds;

    private readonly int _number = Interlocked.Increment(ref _worlds);

    private readonly List<NetworkHost> _hosts = [];
    private readonly List<NetworkLink> _links = [];

    /// <summary>This machine itself, where the probes run.</summary>
    public NetworkHost Here { get; } = new("here", null);

    /// <summary>Begins an empty world; the first of a process also removes what dead processes left behind.</summary>
    public NetworkWorld()
    {
        if (_number == 1)
        {
            Leftovers.Remove();
        }
    }

    /// <summary>Makes a host, with its loopback up.</summary>
    /// <exception cref="InvalidOperationException">The namespace cannot be made; the message tells why.</exception>
    public NetworkHost AddHost(string name)
    {
        var host = new NetworkHost(name, Leftovers.NameOf(_number, name));
        SystemTool.Run("ip", "netns", "add", host.Namespace!);
        _hosts.Add(host);
        host.Run("ip link set lo up");
        return host;
    }

    /// <summary>Makes a host with processes and mounts of its own.</summary>
    /// <exception cref="InvalidOperationException">A namespace cannot be made; the message tells why.</exception>
    public Container AddContainer(string name, ContainerOptions? options = null)
    {
        var netns = Leftovers.NameOf(_number, name);
        SystemTool.Run("ip", "netns", "add", netns);
        try
        {
            var container = new Container(name, netns, options ?? new(), _number);
            _hosts.Add(container);
            return container;
        }
        catch
        {
            Quietly(() => SystemTool.Run("ip", "netns", "del", netns));
            throw;
        }
    }

    /// <summary>Joins two hosts with a cable of its own networks, ready for use in both families.</summary>
    public NetworkLink Link(NetworkHost left, NetworkHost right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        var name = $"w{Environment.ProcessId:x}_{_number:x}{(char)('g' + _links.Count)}"; // 15 characters at most.
        var link = new NetworkLink(left, right, name + "l", name + "r", WorldAddresses.NextFree());
        SystemTool.Run("ip", "link", "add", link.LeftDevice, "type", "veth", "peer", "name", link.RightDevice);
        _links.Add(link);
        Plug(left, link.LeftDevice, $"{link.LeftV4}/30", $"{link.LeftV6}/126");
        Plug(right, link.RightDevice, $"{link.RightV4}/30", $"{link.RightV6}/126");
        return link;
    }

    /// <summary>
    /// Removes hosts and cables, and with these their addresses and routes; a part that is gone already is no fault.
    /// </summary>
    public void Dispose()
    {
        // A namespace lives as long as a socket in it; a cable that is cut goes at once, with both of its ends.
        foreach (var link in _links)
        {
            Quietly(() => link.Left.Run($"ip link del {link.LeftDevice}"));
        }

        foreach (var container in _hosts.OfType<Container>())
        {
            container.Dispose();
        }

        foreach (var host in _hosts)
        {
            Quietly(() => SystemTool.Run("ip", "netns", "del", host.Namespace!));
        }
    }

    private static void Plug(NetworkHost host, string device, string v4, string v6)
    {
        if (host.Namespace is { } netns)
        {
            SystemTool.Run("ip", "link", "set", device, "netns", netns);
        }

        // Otherwise IPv6 addresses, the link's own too, are of no use for a second or two (RFC 4862 section 5.4).
        host.Run($"sysctl -q -w net.ipv6.conf.{device}.accept_dad=0");
        host.Run($"ip addr add {v4} dev {device}");
        host.Run($"ip -6 addr add {v6} dev {device}");
        host.Run($"ip link set {device} up");
    }

    private static void Quietly(Func<string> undo)
    {
        try
        {
            undo();
        }
        catch (InvalidOperationException gone)
        {
            System.Diagnostics.Trace.WriteLine(gone.Message);
        }
    }
}
