using System.Net.Sockets;
using Weir.Probing.Dns;
using Weir.Tests.Kit;
using static Weir.Tests.Probing.Dns.ScriptedLookups;

namespace Weir.Tests.Probing.Dns;

public sealed class ForgedAnswerTests
{
    private static byte[] Good(AskedQuery query) => DnsReply.To(query).Address("shop.test", "192.0.2.10").Bytes();

    private static byte[] OtherId(AskedQuery query)
        => DnsReply.To(query).Id(query.Id ^ 1).Address("shop.test", "203.0.113.66").Bytes();

    private static byte[] OtherQuestion(AskedQuery query) => DnsReply.To(query)
        .Question("bank.test", DnsReply.A).Address("shop.test", "203.0.113.66").Bytes();

    [Fact]
    public async Task Answers_to_something_else_are_ignored_while_there_is_time()
    {
        await using var server = ScriptedNameServer.Start(
            query => (IReadOnlyList<byte[]>)
                [OtherId(query), [1, 2, 3], OtherQuestion(query), query.Bytes, Good(query)]);

        Assert.Equal("192.0.2.10", Assert.Single((await Ask(server.Server)).Addresses).ToString());
    }

    [Fact]
    public async Task Only_answers_to_something_else_are_a_timeout_that_says_so()
    {
        await using var server = ScriptedNameServer.Start(OtherId);

        var lookup = await Ask(server.Server, Impatient);

        Assert.Equal(LookupOutcome.Timeout, lookup.Outcome);
        Assert.EndsWith("answers to something else were ignored", lookup.Detail);
    }

    [Fact]
    public async Task An_empty_answer_without_the_question_is_ignored()
    {
        await using var server = ScriptedNameServer.Start(query => DnsReply.To(query).WithoutQuestion().Bytes());

        Assert.Equal(LookupOutcome.Timeout, (await Ask(server.Server, Impatient)).Outcome);
    }

    [Fact]
    public async Task Only_garbage_is_malformed()
    {
        await using var server = ScriptedNameServer.Start(_ => "HTTP/1.1 400"u8.ToArray());

        Assert.Equal(LookupOutcome.Malformed, (await Ask(server.Server, Impatient)).Outcome);
    }

    [Fact]
    public async Task A_broken_answer_with_the_right_id_is_malformed_at_once()
    {
        await using var server = ScriptedNameServer.Start(query => Good(query)[..^1]);

        var lookup = await Ask(server.Server);

        Assert.Equal((LookupOutcome.Malformed, 1), (lookup.Outcome, lookup.Tries));
        Assert.Equal("the server's answer cannot be read: it ends too early", lookup.Detail);
    }

    [Fact]
    public async Task Over_TCP_an_answer_to_something_else_is_malformed()
    {
        await using var server = ScriptedNameServer.Start(OtherId);

        Assert.Equal(LookupOutcome.Malformed, (await Ask(server.Server, Patient with { TcpOnly = true })).Outcome);
    }

    [Fact]
    public async Task Datagrams_from_elsewhere_are_ignored()
    {
        using var elsewhere = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        await using var server = ScriptedNameServer.Start(query =>
        {
            elsewhere.SendTo(Good(query), query.From!);
            return (byte[]?)null;
        });

        Assert.Equal(LookupOutcome.Timeout, (await Ask(server.Server, Impatient)).Outcome);
    }

    [Fact]
    public async Task A_flood_ends_the_try()
    {
        await using var server = ScriptedNameServer.Start(
            query => (IReadOnlyList<byte[]>)[.. Enumerable.Repeat(OtherId(query), 200)]);

        Assert.Equal(LookupOutcome.Malformed, (await Ask(server.Server)).Outcome);
    }
}
