using System.Net;
using Weir.Host;
using Weir.Host.Firewall;
using Weir.Lab.Worlds;
using Weir.Probing.Tcp;
using Weir.Tests.Kit;

namespace Weir.Tests.Host.Firewall;

public sealed class FirewallReaderTests
{
    public FirewallReaderTests() => Requires.NetworkNamespaces();

    [Theory]
    [InlineData("-j DROP", RuleAction.Drop, null)]
    [InlineData("-j REJECT --reject-with tcp-reset", RuleAction.Reject, Rejection.TcpReset)]
    [InlineData("-j REJECT", RuleAction.Reject, Rejection.PortUnreachable)]
    public async Task The_rule_that_stops_a_probe_is_found_and_its_counter_moves(
        string target, RuleAction action, Rejection? rejection)
    {
        using var world = new NetworkWorld();
        var host = world.AddHost("app");
        var link = world.Link(world.Here, host);
        host.Run("iptables -w 5 -A INPUT -p tcp --dport 22 -j ACCEPT");
        host.Run("iptables -w 5 -A INPUT -p tcp --dport 8080 " + target);
        var before = Read(host);
        var packet = new FirewallPacket(link.LeftV4, link.RightV4, 8080);

        await ConnectProbe.RunAsync(
            new IPEndPoint(link.RightV4, 8080), TimeSpan.FromSeconds(0.5), TimeProvider.System,
            TestContext.Current.CancellationToken);

        var after = Read(host);
        var obstacle = after.Matching(FirewallSeat.Arriving, packet).CertainObstacle!;
        Assert.Equal((2, action, rejection), (obstacle.Rule!.Position, obstacle.Action, obstacle.Rule.Rejection));
        var counted = Assert.Single(after.CountedSince(before), one => one.Rule is not null);
        Assert.Same(obstacle.Rule, counted.Rule);
        Assert.Equal(action, counted.Action);
    }

    [Fact]
    public async Task A_rule_of_nft_is_found_and_its_counter_moves()
    {
        Requires.Program("nft");
        using var world = new NetworkWorld();
        var host = world.AddHost("app");
        var link = world.Link(world.Here, host);
        host.Run("nft", "add table inet w");
        host.Run("nft", "add chain inet w in { type filter hook input priority 0; policy accept; }");
        host.Run("nft", "add rule inet w in ct state established,related accept");
        host.Run("nft", "add rule inet w in tcp dport { 8080, 8081 } counter reject with icmpx type admin-prohibited");
        var before = Read(host);

        await ConnectProbe.RunAsync(
            new IPEndPoint(link.RightV4, 8080), TimeSpan.FromSeconds(5), TimeProvider.System,
            TestContext.Current.CancellationToken);

        var after = Read(host);
        var obstacle = after
            .Matching(FirewallSeat.Arriving, new FirewallPacket(link.LeftV4, link.RightV4, 8080)).CertainObstacle!;
        Assert.Equal(Rejection.AdministrativelyProhibited, obstacle.Rule!.Rejection);
        Assert.Equal("tcp dport 8080,8081 reject AdministrativelyProhibited", obstacle.Rule.Text);
        Assert.Same(obstacle.Rule, Assert.Single(after.CountedSince(before)).Rule);
    }

    [Fact]
    public async Task The_rules_of_a_container_are_read_through_one_of_its_processes()
    {
        using var world = new NetworkWorld();
        var host = world.AddHost("app");
        host.Run("iptables -w 5 -A INPUT -p tcp --dport 8080 -j DROP");
        using var script = await HostScript.StartAsync("ready; stay", "ip", "netns", "exec", host.Namespace!);

        var rules = FirewallReader.Read(new NetworkSeat(HostRoot.This, script.Id));

        Assert.Empty(rules.Unread.Where(one => one.Reason != UnreadReason.Absent));
        Assert.Equal("-p tcp -m tcp --dport 8080 -j DROP", Assert.Single(rules.Rules).Text);
    }

    [Fact]
    public void A_process_that_has_ended_leaves_a_reason()
    {
        var rules = FirewallReader.Read(new NetworkSeat(HostRoot.This, int.MaxValue));

        Assert.Empty(rules.Chains);
        Assert.All(rules.Unread, one => Assert.Equal(UnreadReason.Absent, one.Reason));
        Assert.NotEmpty(rules.Unread);
    }

    private static RuleSet Read(NetworkHost host) => host.Inside(() => FirewallReader.Read(NetworkSeat.This));
}
