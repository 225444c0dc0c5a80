using Weir.Probing.Dns;
using Weir.Tests.Kit;
using Weir.Vocabulary;
using static Weir.Tests.Probing.Dns.ScriptedLookups;

namespace Weir.Tests.Probing.Dns;

public sealed class DnsClientTests
{
    [Fact]
    public async Task An_answer_is_told_with_its_flags()
    {
        await using var server = ScriptedNameServer.Start(
            query => DnsReply.To(query).Authoritative().Address("shop.test", "192.0.2.10", ttl: 30).Edns().Bytes());

        var lookup = await Ask(server.Server);

        Assert.Equal(LookupOutcome.Answered, lookup.Outcome);
        Assert.Equal("192.0.2.10", Assert.Single(lookup.Addresses).ToString());
        Assert.Equal(TimeSpan.FromSeconds(30), lookup.TimeToLive);
        Assert.Equal((DnsTransport.Udp, 1), (lookup.Transport, lookup.Tries));
        Assert.True(lookup.Authoritative && lookup.Edns);
        Assert.Equal("192.0.2.10 (TTL 30 s)", lookup.Detail);
        Assert.Null(lookup.ToFailure());
        Assert.True(lookup.Elapsed > TimeSpan.Zero);
    }

    [Fact]
    public async Task Aliases_are_followed_to_the_addresses()
    {
        await using var server = ScriptedNameServer.Start(query => DnsReply.To(query)
            .Alias("SHOP.test", "edge.cdn.test", ttl: 300).Alias("edge.cdn.test", "pop.cdn.test", ttl: 20)
            .Address("pop.cdn.test", "192.0.2.1").Address("pop.cdn.test", "192.0.2.2").Bytes());

        var lookup = await Ask(server.Server);

        Assert.Equal(["shop.test", "edge.cdn.test", "pop.cdn.test"], lookup.Chain.Names);
        Assert.Equal(2, lookup.Addresses.Count);
        Assert.Equal("alias of edge.cdn.test, alias of pop.cdn.test, 192.0.2.1, 192.0.2.2 (TTL 20 s)", lookup.Detail);
    }

    [Theory]
    [InlineData(0, LookupOutcome.NoData, Failure.NameNotFound)]
    [InlineData(1, LookupOutcome.FormatError, Failure.NameServerFailed)]
    [InlineData(2, LookupOutcome.ServerFailure, Failure.NameServerFailed)]
    [InlineData(3, LookupOutcome.NameNotFound, Failure.NameNotFound)]
    [InlineData(4, LookupOutcome.NotImplemented, Failure.NameServerFailed)]
    [InlineData(5, LookupOutcome.Refused, Failure.NameServerFailed)]
    [InlineData(9, LookupOutcome.OtherError, Failure.NameServerFailed)]
    public async Task Every_response_code_has_its_outcome(int code, LookupOutcome outcome, Failure failure)
    {
        await using var server = ScriptedNameServer.Start(query => DnsReply.To(query).Code(code).Edns().Bytes());

        var lookup = await Ask(server.Server);

        Assert.Equal((outcome, failure), (lookup.Outcome, lookup.ToFailure()));
        Assert.Equal(new ResponseCode((ushort)code), lookup.Code);
    }

    [Fact]
    public async Task An_error_without_the_question_is_accepted()
    {
        await using var server = ScriptedNameServer.Start(
            query => DnsReply.To(query).WithoutQuestion().Code(5).Bytes());

        Assert.Equal(LookupOutcome.Refused, (await Ask(server.Server)).Outcome);
    }

    [Fact]
    public async Task A_server_that_does_not_know_EDNS_is_asked_without_it()
    {
        await using var server = ScriptedNameServer.Start(query => query.HasEdns
            ? DnsReply.To(query).Code(1).Bytes()
            : DnsReply.To(query).Address("shop.test", "192.0.2.10").Bytes());

        var lookup = await Ask(server.Server);

        Assert.Equal(LookupOutcome.Answered, lookup.Outcome);
        Assert.False(lookup.Edns);
    }

    [Fact]
    public async Task A_referral_is_no_answer()
    {
        await using var server = ScriptedNameServer.Start(
            query => DnsReply.To(query).Authority("test", DnsReply.Ns, DnsReply.Name("ns1.test")).Bytes());

        var lookup = await Ask(server.Server);

        Assert.Equal((LookupOutcome.Referral, Failure.NameServerFailed), (lookup.Outcome, lookup.ToFailure()));
    }

    [Fact]
    public async Task An_alias_out_of_the_zone_is_all_that_its_own_server_can_say()
    {
        await using var server = ScriptedNameServer.Start(
            query => DnsReply.To(query).Authoritative().Alias("shop.test", "edge.cdn.test").Bytes());

        Assert.Equal(LookupOutcome.NoData, (await Ask(server.Server)).Outcome);
        var direct = await Ask(server.Server, Patient with { RecursionDesired = false });
        Assert.Equal(LookupOutcome.Answered, direct.Outcome);
        Assert.Equal("alias of edge.cdn.test, which another server knows (TTL 60 s)", direct.Detail);
    }

    [Fact]
    public async Task Aliases_in_a_circle_have_no_address()
    {
        await using var server = ScriptedNameServer.Start(
            query => DnsReply.To(query).Alias("shop.test", "b.test").Alias("b.test", "shop.test").Bytes());

        var lookup = await Ask(server.Server);

        Assert.Equal(LookupOutcome.NoData, lookup.Outcome);
        Assert.Equal("the aliases of shop.test lead in a circle", lookup.Detail);
    }

    [Fact]
    public async Task The_life_of_a_negative_answer_comes_from_the_zone()
    {
        await using var server = ScriptedNameServer.Start(query => DnsReply.To(query).Code(3)
            .Authority("test", DnsReply.Soa, DnsReply.SoaData("ns1.test", "host.test", 1), ttl: 3600).Bytes());

        Assert.Equal(TimeSpan.FromSeconds(30), (await Ask(server.Server)).TimeToLive);
    }

    [Fact]
    public async Task A_name_that_cannot_be_asked_for_is_not_sent()
    {
        await using var server = ScriptedNameServer.Start(query => DnsReply.To(query).Bytes());

        var lookup = await Ask(server.Server, question: new Question("a..test", RecordType.A));

        Assert.Equal((LookupOutcome.InvalidName, 0), (lookup.Outcome, lookup.Tries));
        Assert.Empty(server.Asked);
    }
}
