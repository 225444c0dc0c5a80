using Weir.Probing.Dns;
using Weir.Tests.Kit;
using static Weir.Tests.Probing.Dns.ScriptedLookups;

namespace Weir.Tests.Probing.Dns;

public sealed class DnssecCheckTests
{
    [Fact]
    public async Task SERVFAIL_that_ends_with_CD_is_DNSSEC()
    {
        await using var server = ScriptedNameServer.Start(query => query.CheckingDisabled
            ? DnsReply.To(query).Address("shop.test", "192.0.2.10").Bytes()
            : DnsReply.To(query).Code(2).Edns((7, "")).Bytes());

        var finding = await Check(server);

        Assert.True(finding.IsBroken);
        Assert.Equal("the answer comes as soon as DNSSEC is not checked; EDE 7 (signature expired)", finding.Detail);
    }

    [Fact]
    public async Task SERVFAIL_with_and_without_CD_is_not_DNSSEC()
    {
        await using var server = ScriptedNameServer.Start(query => DnsReply.To(query).Code(2).Edns((22, "")).Bytes());

        Assert.False((await Check(server)).IsBroken);
    }

    [Theory]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(10)]
    public async Task A_resolver_that_says_DNSSEC_itself_is_believed(int code)
    {
        await using var server = ScriptedNameServer.Start(
            query => DnsReply.To(query).Code(2).Edns(((ushort)code, "")).Bytes());

        Assert.True((await Check(server)).IsBroken);
    }

    [Fact]
    public async Task An_answer_needs_no_second_question()
    {
        await using var server = ScriptedNameServer.Start(
            query => DnsReply.To(query).Address("shop.test", "192.0.2.10").Bytes());

        Assert.False((await Check(server)).IsBroken);
        Assert.Single(server.Asked);
    }

    [Fact]
    public async Task A_refusal_tells_nothing_of_DNSSEC()
    {
        await using var server = ScriptedNameServer.Start(query => DnsReply.To(query).Code(5).Bytes());

        Assert.Null((await Check(server)).IsBroken);
    }

    [Fact]
    public async Task Lookups_that_are_no_pair_are_the_callers_mistake()
    {
        await using var server = ScriptedNameServer.Start(query => DnsReply.To(query).Code(2).Bytes());
        var lookup = await Ask(server.Server);

        Assert.Throws<ArgumentException>(() => DnssecCheck.Compare(lookup, lookup));
    }

    private static async Task<DnssecFinding> Check(ScriptedNameServer server)
        => await DnssecCheck.LookAsync(Client(), await Ask(server.Server), TestContext.Current.CancellationToken);
}
