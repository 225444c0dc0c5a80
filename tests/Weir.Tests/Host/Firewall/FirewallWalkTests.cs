using System.Net;
using Weir.Host.Firewall;

namespace Weir.Tests.Host.Firewall;

public sealed class FirewallWalkTests
{
    private static readonly FirewallPacket Packet =
        new(IPAddress.Parse("10.0.0.5"), IPAddress.Parse("10.0.0.12"), 8080);

    [Fact]
    public void A_certain_drop_ends_the_way()
    {
        var path = Follow(":INPUT ACCEPT [0:0]", "-A INPUT -p tcp --dport 8080 -j DROP", "-A INPUT -j REJECT");

        var decider = Assert.Single(path.Deciders);
        Assert.Equal((RuleAction.Drop, Fit.Yes), (decider.Action, decider.Fit));
        Assert.Same(decider, path.CertainObstacle);
        Assert.True(path.Complete);
    }

    [Fact]
    public void An_accepting_rule_before_it_saves_the_packet()
    {
        var path = Follow(":INPUT DROP [0:0]", "-A INPUT -p tcp --dport 8080 -j ACCEPT", "-A INPUT -j REJECT");

        Assert.Equal(RuleAction.Accept, Assert.Single(path.Deciders).Action);
        Assert.Null(path.CertainObstacle);
    }

    [Fact]
    public void A_policy_decides_when_no_rule_does()
    {
        var path = Follow(":INPUT DROP [0:0]", "-A INPUT -p tcp --dport 22 -j ACCEPT");

        Assert.Null(Assert.Single(path.Deciders).Rule);
        Assert.Equal(RuleAction.Drop, path.CertainObstacle!.Action);
    }

    [Fact]
    public void A_limit_makes_it_uncertain()
    {
        var path = Follow(
            ":INPUT ACCEPT [0:0]", "-A INPUT -p tcp --dport 8080 -m limit --limit 5/sec -j ACCEPT",
            "-A INPUT -p tcp --dport 8080 -j DROP");

        Assert.Equal([Fit.Perhaps, Fit.Yes], path.Deciders.Select(one => one.Fit));
        Assert.Null(path.CertainObstacle);
        Assert.Single(path.Obstacles);
    }

    [Fact]
    public void Chains_are_asked_and_returned_from()
    {
        var path = Follow(
            ":INPUT ACCEPT [0:0]\n:A - [0:0]\n:B - [0:0]", "-A INPUT -j A", "-A INPUT -j REJECT",
            "-A A -s 10.0.0.5/32 -g B", "-A A -j DROP", "-A B -s 10.0.0.5/32 -j RETURN", "-A B -j DROP");

        Assert.Equal(RuleAction.Reject, Assert.Single(path.Deciders).Action);
    }

    [Fact]
    public void A_return_that_may_happen_makes_the_rest_of_its_chain_uncertain()
    {
        var path = Follow(":INPUT ACCEPT [0:0]", "-A INPUT -i lo -j RETURN", "-A INPUT -j DROP");

        Assert.Equal(Fit.Perhaps, Assert.Single(path.Deciders).Fit);
        Assert.Null(path.CertainObstacle);
    }

    [Fact]
    public void After_a_translation_the_port_is_not_known()
    {
        var chains = IptablesText.Parse(
            "*nat\n:PREROUTING ACCEPT [0:0]\n-A PREROUTING -p tcp --dport 8080 -j DNAT --to-destination 10.1.1.1:80\n"
            + "COMMIT\n*filter\n:INPUT ACCEPT [0:0]\n-A INPUT -p tcp --dport 80 -j DROP\n-A INPUT -p udp -j DROP\n",
            FirewallFamily.V4);

        var path = new RuleSet(chains, []).Matching(FirewallSeat.Arriving, Packet);

        Assert.Equal([(RuleAction.Translate, Fit.Yes), (RuleAction.Drop, Fit.Perhaps)],
            path.Deciders.Select(one => (one.Action, one.Fit)));
    }

    [Fact]
    public void The_seat_chooses_the_hooks()
    {
        var chains = IptablesText.Parse(
            "*filter\n:INPUT DROP [0:0]\n:FORWARD DROP [0:0]\n:OUTPUT DROP [0:0]\n", FirewallFamily.V4);
        var rules = new RuleSet(chains, []);

        Assert.Equal("INPUT", rules.Matching(FirewallSeat.Arriving, Packet).CertainObstacle!.Chain.Name);
        Assert.Equal("FORWARD", rules.Matching(FirewallSeat.Passing, Packet).CertainObstacle!.Chain.Name);
        Assert.Equal("OUTPUT", rules.Matching(FirewallSeat.Leaving, Packet).CertainObstacle!.Chain.Name);
        var v6 = Packet with { Destination = IPAddress.IPv6Loopback };
        Assert.Empty(rules.Matching(FirewallSeat.Leaving, v6).Deciders);
    }

    [Fact]
    public void Chains_that_call_each_other_without_end_are_given_up()
    {
        var path = Follow(
            ":INPUT ACCEPT [0:0]\n:A - [0:0]\n:B - [0:0]",
            [.. Enumerable.Repeat("-A INPUT -j A", 50), .. Enumerable.Repeat("-A A -j B", 50),
                .. Enumerable.Repeat("-A B -j A", 50)]);

        Assert.False(path.Complete);
    }

    private static FirewallPath Follow(string chains, params string[] rules)
        => new RuleSet(
            IptablesText.Parse($"*filter\n{chains}\n{string.Join('\n', rules)}\nCOMMIT\n", FirewallFamily.V4), [])
            .Matching(FirewallSeat.Arriving, Packet);
}
