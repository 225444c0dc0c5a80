using Weir.Lab.Worlds;
using Weir.Tests.Kit;

namespace Weir.Tests.Lab.Worlds;

public sealed class NetworkWorldTests
{
    [Fact]
    public void A_world_removes_what_it_made()
    {
        Requires.NetworkNamespaces();
        NetworkHost host;
        NetworkLink link;
        using (var world = new NetworkWorld())
        {
            host = world.AddHost("server");
            link = world.Link(world.Here, host);
            Assert.True(File.Exists(host.NamespacePath));
            Assert.Contains(link.LeftV4.ToString(), world.Here.Run($"ip addr show dev {link.LeftDevice}"));
            Assert.Contains(link.RightV6.ToString(), host.Run($"ip addr show dev {link.DeviceOf(host)}"));
        }

        Assert.False(File.Exists(host.NamespacePath));
        Assert.False(Directory.Exists($"/sys/class/net/{link.LeftDevice}"));
    }

    [Fact]
    public void What_a_dead_process_left_behind_is_removed()
    {
        Requires.NetworkNamespaces();
        using var world = new NetworkWorld();
        const int NoProcess = int.MaxValue; // Linux numbers processes up to 4,194,304.
        var left = $"weir-{NoProcess}.1-server";
        world.Here.Run($"ip netns add {left}");

        Leftovers.Remove();

        Assert.False(File.Exists($"/run/netns/{left}"));
    }

    [Fact]
    public void A_command_that_fails_tells_what_it_said()
    {
        Requires.NetworkNamespaces();
        using var world = new NetworkWorld();

        var error = Assert.Throws<InvalidOperationException>(() => world.Here.Run("ip link show dev weir-none"));

        Assert.Contains("weir-none", error.Message);
    }
}
