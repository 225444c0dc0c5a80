using System.Net;
using FsCheck;
using FsCheck.Fluent;
using Weir.Host.Firewall;
using Weir.Tests.Kit;

namespace Weir.Tests.Host.Firewall;

public sealed class NftJsonTests
{
    /// <summary>Printed by nft 1.0.6, but for line breaks and counters.</summary>
    private static readonly string Text =
        File.ReadAllText(Repository.At("tests", "Weir.Tests", "Host", "Captured", "nft-ruleset.json"));

    private static readonly IReadOnlyList<FirewallRule> Rules = NftJson.Parse(Text)![0].Rules;

    [Fact]
    public void A_chain_has_hook_policy_and_rules()
    {
        var chain = NftJson.Parse(Text)![0];

        Assert.Equal(
            (FirewallFamily.Both, "w", "in", FirewallHook.Input, RuleAction.Drop),
            (chain.Family, chain.Table, chain.Name, chain.Hook, chain.Policy));
        Assert.Equal([3, 5, 6, 7, 10, 11, 16, 16, 17], Rules.Select(rule => rule.Handle!.Value));
    }

    [Fact]
    public void Rules_tell_what_they_do()
    {
        Assert.Equal(
            [
                RuleAction.Accept, RuleAction.Reject, RuleAction.Drop, RuleAction.Reject, RuleAction.Accept,
                RuleAction.Reject, RuleAction.Drop, RuleAction.Jump, RuleAction.Reject,
            ],
            Rules.Select(rule => rule.Action));
        Assert.Equal(Rejection.AdministrativelyProhibited, Rules[1].Rejection);
        Assert.Equal(Rejection.TcpReset, Rules[3].Rejection);
        Assert.Equal(Rejection.PortUnreachable, Rules[5].Rejection);
        Assert.Null(Rules[8].Rejection);
        Assert.Equal(new RuleCounter(4, 240), Rules[1].Counter);
        Assert.Null(Rules[2].Counter);
        Assert.Equal("x ", Rules[5].LogPrefix);
        Assert.Equal("tcp dport 9000 ct state new limit rate over 10/second burst 5 drop", Rules[2].Text);
        Assert.Equal(
            [
                new(LimitKind.Rate, true, "10/second burst 5"),
                new(LimitKind.Connections, true, "20"),
                new(LimitKind.RatePerSource, false, "3/second burst 5"),
            ],
            Rules.SelectMany(rule => rule.Limits));
    }

    [Theory]
    [InlineData(0, "10.0.0.1", 80, Fit.No)]
    [InlineData(1, "10.0.0.1", 80, Fit.Yes)]
    [InlineData(1, "10.2.7.7", 8005, Fit.Yes)]
    [InlineData(1, "10.3.0.9", 443, Fit.Yes)]
    [InlineData(1, "10.3.0.10", 443, Fit.No)]
    [InlineData(1, "10.0.0.1", 81, Fit.No)]
    [InlineData(1, "fd00::1", 80, Fit.No)]
    [InlineData(2, "10.0.0.1", 9000, Fit.Perhaps)]
    [InlineData(5, "10.0.0.1", 1, Fit.Perhaps)]
    [InlineData(6, "10.0.0.1", 70, Fit.Yes)]
    [InlineData(6, "10.0.0.1", 71, Fit.No)]
    [InlineData(7, "10.0.0.1", 71, Fit.Yes)]
    [InlineData(8, "10.0.0.1", 71, Fit.Perhaps)]
    public void A_rule_fits_a_packet_or_not_or_perhaps(int rule, string source, int port, Fit fit)
    {
        var from = IPAddress.Parse(source);
        Assert.Equal(fit, Rules[rule].FitOf(new FirewallPacket(from, from, port)));
    }

    [Theory]
    [InlineData("!=", "payload", "tcp", "dport", "22", Fit.Yes)]
    [InlineData(">=", "payload", "tcp", "dport", "81", Fit.No)]
    [InlineData("<", "payload", "tcp", "dport", "81", Fit.Yes)]
    [InlineData("==", "payload", "udp", "dport", "80", Fit.No)]
    [InlineData("!=", "payload", "ip6", "saddr", "\"fd00::1\"", Fit.No)]
    [InlineData("==", "payload", "ip", "saddr", "\"@gone\"", Fit.Perhaps)]
    [InlineData("==", "payload", "ip", "ttl", "1", Fit.Perhaps)]
    [InlineData("==", "meta", "", "nfproto", "\"ipv6\"", Fit.No)]
    [InlineData("==", "meta", "", "l4proto", "{\"set\":[\"tcp\",\"udp\"]}", Fit.Yes)]
    [InlineData("==", "meta", "", "iifname", "\"eth*\"", Fit.Perhaps)]
    [InlineData("==", "fib", "", "type", "\"local\"", Fit.Perhaps)]
    [InlineData("~", "payload", "tcp", "dport", "80", Fit.Perhaps)]
    public void Conditions_that_are_not_known_never_fit_for_certain(
        string op, string kind, string protocol, string name, string right, Fit fit)
    {
        var left = $$$"""{"{{{kind}}}":{"protocol":"{{{protocol}}}","field":"{{{name}}}","key":"{{{name}}}"}}""";
        var match = $$$"""{"match":{"op":"{{{op}}}","left":{{{left}}},"right":{{{right}}}}}""";
        var rule = NftJson.Parse(Ruleset(match, """{"drop":null}"""))![0].Rules[0];
        var packet = new FirewallPacket(IPAddress.Parse("192.0.2.1"), IPAddress.Parse("192.0.2.2"), 80);

        Assert.Equal(fit, rule.FitOf(packet));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("Error: no")]
    public void What_is_not_the_JSON_of_nft_is_none(string text) => Assert.Null(NftJson.Parse(text));

    [Fact]
    public void Whatever_the_text_is_reading_does_not_throw()
        => Check.QuickThrowOnFailure(Prop.ForAll<string?, int, int>((text, at, length) =>
        {
            var from = (int)((uint)at % (uint)Text.Length);
            var cut = Text.Remove(from, (int)((uint)length % (uint)Math.Min(12, Text.Length - from)));
            NftJson.Parse(cut);
            NftJson.Parse(Text.Insert(from, text ?? ""));
            return true;
        }));

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("\"x\"")]
    [InlineData("{}")]
    [InlineData("{\"set\":7}")]
    public void A_value_of_another_kind_does_not_throw(string value)
    {
        string[] names =
        [
            "match", "counter", "reject", "jump", "limit", "ct count", "log", "vmap", "meter", "set", "xt", "dnat",
        ];
        foreach (var name in names)
        {
            Assert.Single(NftJson.Parse(Ruleset("{\"" + name + "\":" + value + "}"))!);
        }

        Assert.Single(NftJson.Parse(Ruleset("""{"match":{"op":"==","right":1,"left":""" + value + "}}"))!);
        Assert.Single(NftJson.Parse(Ruleset(
            """{"match":{"op":"==","left":{"payload":{"protocol":"tcp","field":"dport"}},"right":""" + value + "}}"))!);
    }

    private static string Ruleset(params string[] statements)
        => """{"nftables":[{"chain":{"family":"inet","table":"w","name":"in","hook":"input","prio":0}},"""
            + """{"rule":{"family":"inet","table":"w","chain":"in","handle":1,"expr":["""
            + string.Join(',', statements) + "]}}]}";
}
