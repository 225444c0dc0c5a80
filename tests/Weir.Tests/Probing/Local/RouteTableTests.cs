using System.Net;
using FsCheck;
using FsCheck.Fluent;
using Weir.Probing.Local;

namespace Weir.Tests.Probing.Local;

public sealed class RouteTableTests
{
    private const string V4 = """
        Iface	Destination	Gateway 	Flags	RefCnt	Use	Metric	Mask		MTU	Window	IRTT
        eth0	00000000	010200C0	0003	0	0	100	00000000	0	0	0
        wlan0	00000000	0101A8C0	0003	0	0	600	00000000	0	0	0
        eth0	000200C0	00000000	0001	0	0	0	00FFFFFF	0	0	0
        *	000200CB	00000000	0201	0	0	0	00FFFFFF	0	0	0
        tun0	00000000	00000000	0001	0	0	50	00000080	0	0	0
        down0	00000000	010200C0	0002	0	0	0	00000000	0	0	0
        """;

    private const string Zero = "00000000000000000000000000000000";

    private const string V6 = $"""
        fd000000000000000000000000000000 40 {Zero} 00 {Zero} 00000100 00000001 00000000 00000001     eth0
        {Zero} 00 {Zero} 00 fd000000000000000000000000000001 00000400 00000002 00000000 00000003     eth0
        {Zero} 00 {Zero} 00 fe800000000000000000000000000001 00000064 00000002 00000000 00000003     eth1
        00000000000000000000000000000001 80 {Zero} 00 {Zero} 00000000 00000002 00000000 80200001       lo
        {Zero} 00 {Zero} 00 {Zero} ffffffff 00000001 00000000 00200200       lo
        """;

    [Fact]
    public void The_IPv4_table_is_read_and_routes_that_are_not_up_are_left_out()
    {
        Assert.SkipUnless(BitConverter.IsLittleEndian, "The capture is of a little-endian machine.");

        var routes = RouteTable.ParseV4(V4);

        Assert.Equal(["eth0", "wlan0", "eth0", "*", "tun0"], routes.Select(route => route.Device));
        Assert.Equal(IPAddress.Parse("192.0.2.1"), routes[0].Gateway);
        Assert.Equal((true, 100L), (routes[0].IsDefault, routes[0].Metric));
        Assert.Equal(("192.0.2.0", 24, null), (routes[2].Destination.ToString(), routes[2].Length, routes[2].Gateway));
        Assert.True(routes[3].Rejects);
        Assert.Equal((1, false), (routes[4].Length, routes[4].IsDefault));
    }

    [Fact]
    public void The_IPv6_table_is_read_and_the_kernels_own_reject_route_is_no_default()
    {
        var routes = RouteTable.ParseV6(V6);

        Assert.Equal(5, routes.Count);
        Assert.Equal(
            ["fd00::1", "fe80::1"], routes.Where(route => route.IsDefault).Select(route => $"{route.Gateway}"));
        Assert.Equal(("fd00::", 64), (routes[0].Destination.ToString(), routes[0].Length));
        Assert.Equal(128, routes[3].Length);
        Assert.True(routes[4].Rejects);
    }

    [Fact]
    public void The_best_default_gateway_comes_first_and_a_link_local_one_knows_its_link()
    {
        LocalInterface[] interfaces = [new("eth1", 7, [], Loopback: false, LooksLikeVpn: false)];

        var gateways = DefaultGateway.Of(RouteTable.ParseV6(V6), interfaces);

        Assert.Equal(["eth1", "eth0"], gateways.Select(gateway => gateway.Device));
        Assert.Equal(7, gateways[0].Address!.ScopeId);
        Assert.Equal("fd00::1", gateways[1].Address!.ToString());
    }

    [Fact]
    public void A_default_route_without_a_gateway_is_kept_without_an_address()
    {
        var routes = RouteTable.ParseV4("headings\nppp0 00000000 00000000 0001 0 0 0 00000000");

        var gateways = DefaultGateway.Of(routes, []);

        Assert.Equal(new DefaultGateway(null, "ppp0", 0), Assert.Single(gateways));
    }

    [Fact]
    public void Whatever_the_text_is_reading_does_not_throw()
        => Check.QuickThrowOnFailure(Prop.ForAll<string?, int>((text, at) =>
        {
            foreach (var table in (string[])[V4, V6])
            {
                var hurt = table.Insert((int)((uint)at % (uint)table.Length), text ?? "");
                RouteTable.ParseV4(hurt);
                RouteTable.ParseV6(hurt);
                NeighbourTable.Parse(hurt);
            }

            return true;
        }));
}
