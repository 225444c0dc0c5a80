using System.Net;
using Weir.Host;
using Weir.Host.Routes;
using Weir.Lab.Worlds;
using Weir.Tests.Kit;

namespace Weir.Tests.Host.Routes;

public sealed class NetworkRoutesTests
{
    private const string Headings =
        "Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT\n";

    [Fact]
    public void The_longest_network_wins_and_then_the_lowest_metric()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && BitConverter.IsLittleEndian, "The capture is such.");
        using var host = new CapturedHost().With("/proc/net/route", Headings
            + "eth0\t00000000\t0100000A\t0003\t0\t0\t100\t00000000\t0\t0\t0\n"
            + "wlan0\t00000000\t0100A8C0\t0003\t0\t0\t600\t00000000\t0\t0\t0\n"
            + "docker0\t000011AC\t00000000\t0001\t0\t0\t0\t0000FFFF\t0\t0\t0\n");
        var routes = NetworkRoutes.Read(new NetworkSeat(host.Root));

        Assert.Equal("docker0", routes.To(IPAddress.Parse("172.17.0.2"))!.Device);
        Assert.Equal("eth0", routes.To(IPAddress.Parse("192.0.2.1"))!.Device);
        Assert.Equal("eth0", routes.To(IPAddress.Parse("::ffff:192.0.2.1"))!.Device);
        Assert.Null(routes.To(IPAddress.IPv6Loopback));
        Assert.Equal(UnreadReason.Absent, routes.V6.Missing!.Reason);
    }

    [Fact]
    public async Task A_namespace_has_its_own_routes_and_neighbours()
    {
        Requires.NetworkNamespaces();
        using var world = new NetworkWorld();
        var host = world.AddHost("app");
        var link = world.Link(world.Here, host);
        host.Run($"ip neigh replace {link.LeftV4} lladdr 02:00:00:00:00:01 dev {link.RightDevice}");
        using var script = await HostScript.StartAsync("ready; stay", "ip", "netns", "exec", host.Namespace!);

        var routes = NetworkRoutes.Read(new NetworkSeat(HostRoot.This, script.Id));

        Assert.Equal(link.RightDevice, routes.To(link.LeftV4)!.Device);
        Assert.Equal(link.RightDevice, routes.To(link.LeftV6)!.Device);
        Assert.Null(routes.To(IPAddress.Parse("192.0.2.1")));
        Assert.True(routes.NeighbourOf(link.LeftV4)!.Complete);
    }
}
