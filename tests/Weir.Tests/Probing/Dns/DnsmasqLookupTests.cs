using Weir.Probing.Dns;
using Weir.Tests.Kit;
using static Weir.Tests.Probing.Dns.ScriptedLookups;

namespace Weir.Tests.Probing.Dns;

/// <summary>The client against a real server.</summary>
public sealed class DnsmasqLookupTests
{
    private static readonly string[] Zone =
    [
        "--local=/test/", "--host-record=shop.test,192.0.2.10,2001:db8::10", "--host-record=old.test,192.0.2.11",
        "--cname=www.shop.test,shop.test", "--txt-record=shop.test,hello,world",
        "--server=/silent.example/127.0.0.1#1",
    ];

    [Theory]
    [InlineData("shop.test", LookupOutcome.Answered, "192.0.2.10")]
    [InlineData("WWW.shop.test", LookupOutcome.Answered, "192.0.2.10")]
    [InlineData("gone.test", LookupOutcome.NameNotFound, "")]
    [InlineData("elsewhere.example", LookupOutcome.Refused, "")]
    public async Task It_answers_for_addresses(string name, LookupOutcome outcome, string address)
    {
        await using var server = await Dnsmasq.StartAsync(Zone);

        var lookup = await Ask(server.Server, question: new Question(name, RecordType.A));

        Assert.Equal(outcome, lookup.Outcome);
        Assert.Equal(address, string.Join(' ', lookup.Addresses));
    }

    [Fact]
    public async Task It_answers_for_other_types_and_over_TCP()
    {
        await using var server = await Dnsmasq.StartAsync(Zone);

        var ipv6 = await Ask(server.Server, question: new Question("shop.test", RecordType.Aaaa));
        var none = await Ask(server.Server, question: new Question("old.test", RecordType.Aaaa));
        var text = await Ask(
            server.Server, Patient with { TcpOnly = true }, new Question("shop.test", RecordType.Txt));

        Assert.Equal("2001:db8::10", Assert.Single(ipv6.Addresses).ToString());
        Assert.Equal(LookupOutcome.NoData, none.Outcome);
        Assert.Equal(DnsTransport.Tcp, text.Transport);
        Assert.Equal(["hello", "world"], Assert.IsType<TextRecord>(Assert.Single(text.Records)).Strings);
    }

    [Fact]
    public async Task A_large_answer_comes_over_TCP()
    {
        var filling = new string('x', 200);
        var texts = Enumerable.Range(0, 20).Select(place => $"--txt-record=large.test,{place:D3}{filling}");
        await using var server = await Dnsmasq.StartAsync([.. Zone, .. texts]);

        var lookup = await Ask(server.Server, question: new Question("large.test", RecordType.Txt));

        Assert.Equal((LookupOutcome.Answered, DnsTransport.Tcp), (lookup.Outcome, lookup.Transport));
        Assert.True(lookup.Truncated);
        Assert.Equal(20, lookup.Records.Count);
    }

    [Fact]
    public async Task A_refusal_carries_its_extended_error()
    {
        await using var server = await Dnsmasq.StartAsync(Zone);

        var lookup = await Ask(server.Server, question: new Question("elsewhere.example", RecordType.A));

        Assert.Equal(14, Assert.Single(lookup.ExtendedErrors).Code);
        Assert.Equal("the server answered REFUSED; EDE 14 (not ready)", lookup.Detail);
    }

    [Fact]
    public async Task A_forwarder_without_an_upstream_is_silent()
    {
        await using var server = await Dnsmasq.StartAsync(Zone);

        var lookup = await Ask(server.Server, Impatient, new Question("shop.silent.example", RecordType.A));

        Assert.Equal(LookupOutcome.Timeout, lookup.Outcome);
    }
}
