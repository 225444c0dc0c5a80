using System.Globalization;

namespace Weir.Lab.Worlds;

/// <summary>
/// A small network of hosts on this machine: network namespaces joined by cables (veth), with the system's own filters
/// and routes. Everything that was made is removed by <see cref="Dispose"/>. Needs root, iproute2 and Linux.
/// </summary>
public sealed class NetworkWorld : IDisposable
{
    private static int _worlds;

    private readonly string _id = string.Create(
        CultureInfo.InvariantCulture, $"{Environment.ProcessId:x}{Interlocked.Increment(ref _worlds):x}");

    private readonly List<NetworkHost> _hosts = [];
    private readonly List<NetworkLink> _links = [];
    private readonly List<string> _undo = [];

    /// <summary>This machine itself, where the probes run.</summary>
    public NetworkHost Here { get; } = new("here", null);

    /// <summary>Makes a host, with its loopback up.</summary>
    /// <exception cref="InvalidOperationException">The namespace cannot be made; the message tells why.</exception>
    public NetworkHost AddHost(string name)
    {
        var host = new NetworkHost(name, $"weir-{_id}-{name}");
        SystemTool.Run("ip", "netns", "add", host.Namespace!);
        _hosts.Add(host);
        host.Run("ip link set lo up");
        return host;
    }

    /// <summary>Joins two hosts with a cable of its own networks, ready for use in both families.</summary>
    public NetworkLink Link(NetworkHost left, NetworkHost right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        var name = $"w{_id}{_links.Count:x}";
        var link = new NetworkLink(left, right, name + "l", name + "r", WorldAddresses.NextFree());
        SystemTool.Run("ip", "link", "add", link.LeftDevice, "type", "veth", "peer", "name", link.RightDevice);
        _links.Add(link);
        Plug(left, link.LeftDevice, $"{link.LeftV4}/30", $"{link.LeftV6}/126");
        Plug(right, link.RightDevice, $"{link.RightV4}/30", $"{link.RightV6}/126");
        return link;
    }

    /// <summary>
    /// Adds a route on this machine, which <see cref="Dispose"/> takes away: <c>Route("10.213.4.0/30 via 10.213.0.2")</c>
    /// or <c>Route("blackhole 10.213.4.0/30")</c>.
    /// </summary>
    public void Route(string route)
    {
        Here.Run($"ip route add {route}");
        _undo.Add($"ip route del {route}");
    }

    /// <summary>Removes hosts, cables and routes; a part that is gone already is no fault.</summary>
    public void Dispose()
    {
        foreach (var line in Enumerable.Reverse(_undo))
        {
            Quietly(() => Here.Run(line));
        }

        // The cable goes at once with its end here; the one inside a namespace may outlive it for as long as a socket does.
        foreach (var link in _links)
        {
            Quietly(() => link.Left.Run($"ip link del {link.LeftDevice}"));
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

        host.Run($"ip addr add {v4} dev {device}");

        // Without "nodad" an IPv6 address is of no use for its first second (RFC 4862 section 5.4).
        host.Run($"ip -6 addr add {v6} dev {device} nodad");
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
