using System.Net;
using Weir.Lab.Worlds;
using Weir.Probing.Local;
using Weir.Tests.Kit;

namespace Weir.Tests.Probing.Local;

public sealed class LocalNetworkTests
{
    private static readonly Func<string, string?> NoVariables = _ => null;

    [Theory]
    [InlineData("tun0", true)]
    [InlineData("wg-home", true)]
    [InlineData("ppp0", true)]
    [InlineData("tailscale0", true)]
    [InlineData("utun3", true)]
    [InlineData("tunl0", false)]
    [InlineData("eth0", false)]
    [InlineData("docker0", false)]
    [InlineData("wlan0", false)]
    public void Interfaces_of_VPNs_are_known_by_name(string name, bool vpn)
        => Assert.Equal(vpn, LocalInterface.IsVpnName(name));

    [Fact]
    public void This_machine_has_a_loopback_and_owns_its_addresses()
    {
        var local = LocalNetwork.Read(NoVariables);

        Assert.Contains(local.Interfaces, card => card.Loopback);
        Assert.All(
            local.Interfaces.SelectMany(card => card.Addresses), address => Assert.True(local.Owns(address)));
        Assert.True(local.Owns(IPAddress.Parse("127.9.9.9")));
        Assert.True(local.Owns(IPAddress.Loopback.MapToIPv6()));
        Assert.False(local.Owns(IPAddress.Parse("203.0.113.77")));
    }

    [Fact]
    public void A_machine_with_nothing_but_loopback_says_so()
    {
        LocalInterface[] loopback = [new("lo", 1, [IPAddress.Loopback, IPAddress.IPv6Loopback], true, false)];
        LocalInterface linkLocal = new("eth0", 2, [IPAddress.Parse("fe80::1%2")], false, false);
        LocalInterface v4 = new("eth0", 2, [IPAddress.Parse("192.0.2.2")], false, false);

        Assert.True(With(loopback).LoopbackOnly);
        Assert.True(With([.. loopback, linkLocal]).LoopbackOnly);
        Assert.Equal((false, true, false), Seen(With([.. loopback, v4])));

        static LocalNetwork With(LocalInterface[] cards) => new(cards, null, null, ProxySettings.From(NoVariables));
        static (bool, bool, bool) Seen(LocalNetwork local) => (local.LoopbackOnly, local.HasV4, local.HasV6);
    }

    [Fact]
    public void Routes_are_those_of_the_namespace_of_the_thread()
    {
        Requires.NetworkNamespaces();
        using var world = new NetworkWorld();
        var left = world.AddHost("left");
        var right = world.AddHost("right");
        var link = world.Link(left, right);
        left.Run($"ip route add default via {link.RightV4} metric 20");
        left.Run($"ip -6 route add default via {link.RightV6}");

        var local = left.Inside(() => LocalNetwork.Read(NoVariables));
        var alone = world.AddHost("alone").Inside(() => LocalNetwork.Read(NoVariables));

        Assert.Equal(new DefaultGateway(link.RightV4, link.LeftDevice, 20), Assert.Single(local.GatewaysV4!));
        Assert.Equal(link.RightV6, Assert.Single(local.GatewaysV6!).Address);
        Assert.Contains(local.Interfaces, card => card.Name == link.LeftDevice);
        Assert.True(local.Owns(link.LeftV4));
        Assert.True(alone.LoopbackOnly);
        Assert.Empty(alone.GatewaysV4!);
    }
}
