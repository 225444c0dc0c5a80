using Weir.Host;
using Weir.Host.Counters;
using Weir.Tests.Kit;

namespace Weir.Tests.Host.Counters;

public sealed class LinkStateTests
{
    public LinkStateTests() => Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux has the files.");

    [Fact]
    public void A_link_that_is_down_is_seen_and_what_is_no_interface_is_not()
    {
        using var host = new CapturedHost()
            .With("/sys/class/net/bonding_masters", "\n")
            .With("/sys/class/net/eth0/operstate", "down\n")
            .With("/sys/class/net/eth0/carrier", "0\n")
            .With("/sys/class/net/eth0/carrier_changes", "3\n")
            .With("/sys/class/net/eth1/operstate", "down\n");

        Assert.Equal(
            [new LinkState("eth0", "down", false, 3), new LinkState("eth1", "down", null, null)],
            LinkState.ReadAll(host.Root).Value);
    }

    [Fact]
    public void Our_own_loopback_has_a_carrier()
        => Assert.True(LinkState.ReadAll(HostRoot.This).Value.Single(link => link.Device == "lo").Carrier);
}
