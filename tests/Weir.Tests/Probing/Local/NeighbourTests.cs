using System.Net;
using System.Net.Sockets;
using Weir.Lab.Worlds;
using Weir.Probing.Local;
using Weir.Probing.Tcp;
using Weir.Tests.Kit;

namespace Weir.Tests.Probing.Local;

public sealed class NeighbourTests
{
    private static readonly IPAddress Gateway = IPAddress.Parse("192.0.2.1");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public void The_ARP_table_tells_who_answers()
    {
        var rows = NeighbourTable.Parse("""
            IP address       HW type     Flags       HW address            Mask     Device
            192.0.2.1        0x1         0x2         02:fc:00:00:00:05     *        eth0
            192.0.2.9        0x1         0x0         00:00:00:00:00:00     *        eth0
            192.0.2.10       0x1         0x6         02:fc:00:00:00:06     *        eth0
            """);

        Assert.Equal([true, false, true], rows.Select(row => row.Complete));
        Assert.Equal(new Neighbour(Gateway, "02:fc:00:00:00:05", "eth0", true), rows[0]);
    }

    [Fact]
    public void A_gateway_is_judged_by_its_answer_and_else_by_its_hardware_address()
    {
        var silent = new ConnectAttempt(new IPEndPoint(Gateway, 9), DateTimeOffset.UnixEpoch, TimeSpan.Zero, null);
        var refused = silent with { Errno = Errno.ECONNREFUSED };
        var own = IPAddress.Parse("192.0.2.2");
        var dead = silent with
        {
            Errno = Errno.EHOSTUNREACH,
            Local = new IPEndPoint(own, 40000),
            Icmp = new IcmpError(AddressFamily.InterNetwork, 3, 1, own, Errno.EHOSTUNREACH),
        };
        Neighbour known = new(Gateway, "02:fc:00:00:00:05", "eth0", Complete: true);

        Assert.Equal(GatewayAnswer.Yes, GatewayProbe.Judge(refused, []));
        Assert.Equal(GatewayAnswer.Yes, GatewayProbe.Judge(silent, [known]));
        Assert.Equal(GatewayAnswer.NotChecked, GatewayProbe.Judge(silent, [known with { Complete = false }]));
        Assert.Equal(GatewayAnswer.No, GatewayProbe.Judge(dead, [known with { Complete = false }]));
    }

    [Fact]
    public async Task A_gateway_that_drops_everything_still_answers_to_ARP()
    {
        Requires.NetworkNamespaces();
        using var world = new NetworkWorld();
        var router = world.AddHost("router");
        var link = world.Link(world.Here, router);
        router.Run("iptables -w 5 -A INPUT -j DROP");

        var answer = await GatewayProbe.AskAsync(
            link.RightV4, TimeSpan.FromSeconds(0.5), TimeProvider.System, Stop);

        Assert.Equal(GatewayAnswer.Yes, answer);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_gateway_answers_or_is_not_there(bool v6)
    {
        Requires.NetworkNamespaces();
        using var world = new NetworkWorld();
        var router = world.AddHost("router");
        var link = world.Link(world.Here, router);
        var address = v6 ? link.RightV6 : link.RightV4;

        var there = await GatewayProbe.AskAsync(address, GatewayProbe.EnoughForNo, TimeProvider.System, Stop);
        router.Run($"ip addr flush dev {link.RightDevice}");
        world.Here.Run($"ip neigh flush dev {link.LeftDevice}");
        var gone = await GatewayProbe.AskAsync(address, GatewayProbe.EnoughForNo, TimeProvider.System, Stop);

        Assert.Equal((GatewayAnswer.Yes, GatewayAnswer.No), (there, gone));
    }
}
