using System.Net;
using FsCheck;
using FsCheck.Fluent;
using Weir.Host.Firewall;
using Weir.Tests.Kit;

namespace Weir.Tests.Host.Firewall;

public sealed class IptablesTextTests
{
    /// <summary>Printed by iptables-save 1.8.9, but for counters.</summary>
    private static readonly string Text =
        File.ReadAllText(Repository.At("tests", "Weir.Tests", "Host", "Captured", "iptables-save.txt"));

    private static readonly IReadOnlyList<FirewallChain> Chains = IptablesText.Parse(Text, FirewallFamily.V4);

    private static readonly IReadOnlyList<FirewallRule> Input = Chains.Single(chain => chain.Name == "INPUT").Rules;

    [Fact]
    public void Chains_have_hook_policy_and_counter()
    {
        var input = Chains[0];

        Assert.Equal((FirewallHook.Input, 0, RuleAction.Drop), (input.Hook, input.Priority, input.Policy));
        Assert.Equal(new RuleCounter(7, 420), input.PolicyCounter);
        Assert.Equal((null, null), (Chains[3].Hook, Chains[3].Policy));
        Assert.Equal(("nat", FirewallHook.Prerouting, -100), (Chains[4].Table, Chains[4].Hook, Chains[4].Priority));
    }

    [Fact]
    public void Rules_have_action_place_and_counter()
    {
        Assert.Equal(Enumerable.Range(1, 8), Input.Select(rule => rule.Position));
        Assert.Equal(
            [
                RuleAction.Drop, RuleAction.Reject, RuleAction.Reject, RuleAction.Drop, RuleAction.Continue,
                RuleAction.Drop, RuleAction.Continue, RuleAction.Goto,
            ],
            Input.Select(rule => rule.Action));
        Assert.Equal(new RuleCounter(3, 180), Input[0].Counter);
        Assert.Equal("-p tcp -m tcp --dport 80 -j DROP", Input[0].Text);
        Assert.Equal([Rejection.TcpReset, Rejection.PortUnreachable],
            Input.Where(rule => rule.Action == RuleAction.Reject).Select(rule => rule.Rejection!.Value));
        Assert.Equal("[UFW BLOCK] ", Input[6].LogPrefix);
        Assert.Equal("X", Input[7].Target);
        Assert.Equal((RuleAction.Translate, "10.1.1.1:80"), (Chains[4].Rules[0].Action, Chains[4].Rules[0].Target));
        Assert.Equal((RuleAction.Return, RuleAction.Unknown), (Chains[3].Rules[0].Action, Chains[3].Rules[1].Action));
    }

    [Fact]
    public void Limits_are_told_by_kind_and_side()
        => Assert.Equal(
            [
                new(LimitKind.Rate, false, "5/sec burst 3"),
                new(LimitKind.Connections, true, "10"),
                new(LimitKind.RatePerSource, true, "3/sec burst 5"),
                new(LimitKind.Recent, true, "4 in 60 s (y)"),
            ],
            Input.SelectMany(rule => rule.Limits));

    [Theory]
    [InlineData(0, "192.0.2.1", 80, Fit.Yes)]
    [InlineData(0, "192.0.2.1", 81, Fit.No)]
    [InlineData(1, "10.9.9.9", 81, Fit.Perhaps)]
    [InlineData(1, "10.9.9.9", 93, Fit.Perhaps)]
    [InlineData(1, "11.9.9.9", 81, Fit.No)]
    [InlineData(2, "10.9.9.9", 82, Fit.Perhaps)]
    [InlineData(4, "10.9.9.9", 84, Fit.Yes)]
    [InlineData(6, "10.9.9.9", 99, Fit.Yes)]
    [InlineData(7, "1.2.3.4", 99, Fit.No)]
    [InlineData(7, "1.2.3.5", 99, Fit.Yes)]
    public void A_rule_fits_a_packet_or_not_or_perhaps(int rule, string source, int port, Fit fit)
        => Assert.Equal(fit, Input[rule].FitOf(
            new FirewallPacket(IPAddress.Parse(source), IPAddress.Parse("10.0.0.12"), port)));

    [Theory]
    [InlineData("-p udp -m udp --dport 80 -j DROP", Fit.No)]
    [InlineData("-m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT", Fit.No)]
    [InlineData("-m conntrack ! --ctstate NEW -j DROP", Fit.No)]
    [InlineData("-m conntrack --ctstate INVALID -j DROP", Fit.No)]
    [InlineData("-p tcp -m tcp --tcp-flags FIN,SYN,RST,ACK SYN -j DROP", Fit.Yes)]
    [InlineData("-p tcp -m tcp ! --tcp-flags FIN,SYN,RST,ACK SYN -j DROP", Fit.No)]
    [InlineData("-p tcp -m tcp --tcp-flags FIN,SYN,RST,PSH,ACK,URG NONE -j DROP", Fit.No)]
    [InlineData("-i eth0 -j DROP", Fit.Perhaps)]
    [InlineData("! -i lo -j DROP", Fit.Perhaps)]
    [InlineData("-m set --match-set bad src -j DROP", Fit.Perhaps)]
    [InlineData("-m iprange --src-range 10.0.0.1-10.0.0.9 -j DROP", Fit.Yes)]
    [InlineData("-d 10.0.0.0/255.255.255.0 -j DROP", Fit.Yes)]
    [InlineData("-p tcp -m multiport ! --dports 22,443 -j DROP", Fit.Yes)]
    [InlineData("-p tcp -m tcp --sport 1024:65535 -j DROP", Fit.Perhaps)]
    [InlineData("-j DROP", Fit.Yes)]
    public void Conditions_are_those_of_the_first_packet(string rule, Fit fit)
        => Assert.Equal(fit, IptablesRule.Parse("-A INPUT " + rule)!.Value.Rule.FitOf(
            new FirewallPacket(IPAddress.Parse("10.0.0.5"), IPAddress.Parse("10.0.0.12"), 8080)));

    [Fact]
    public void Whatever_the_text_is_reading_does_not_throw()
        => Check.QuickThrowOnFailure(Prop.ForAll<string?, int>((text, at) =>
        {
            var chains = IptablesText.Parse(Text.Insert((int)((uint)at % (uint)Text.Length), text ?? ""), default);
            var packet = new FirewallPacket(IPAddress.Loopback, IPAddress.Loopback, 80);
            new RuleSet(chains, []).Matching(FirewallSeat.Arriving, packet);
            IptablesText.Parse("*filter\n[0:0] -A " + text, default);
            return true;
        }));
}
