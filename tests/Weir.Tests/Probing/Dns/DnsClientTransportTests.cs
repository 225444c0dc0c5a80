using System.Net;
using System.Net.Sockets;
using Weir.Probing.Dns;
using Weir.Tests.Kit;
using Weir.Vocabulary;
using static Weir.Tests.Probing.Dns.ScriptedLookups;

namespace Weir.Tests.Probing.Dns;

public sealed class DnsClientTransportTests
{
    private static byte[] Good(AskedQuery query) => DnsReply.To(query).Address("shop.test", "192.0.2.10").Bytes();

    [Fact]
    public async Task A_truncated_answer_is_asked_for_over_TCP()
    {
        await using var server = ScriptedNameServer.Start(
            query => query.OverTcp ? Good(query) : DnsReply.To(query).Truncated().Bytes());

        var lookup = await Ask(server.Server);

        Assert.Equal(LookupOutcome.Answered, lookup.Outcome);
        Assert.Equal((DnsTransport.Tcp, true), (lookup.Transport, lookup.Truncated));
    }

    [Fact]
    public async Task A_truncated_answer_that_is_cut_in_a_record_is_asked_for_over_TCP()
    {
        await using var server = ScriptedNameServer.Start(query => query.OverTcp
            ? Good(query)
            : DnsReply.To(query).Truncated().Address("shop.test", "192.0.2.10").Bytes()[..^2]);

        Assert.Equal(LookupOutcome.Answered, (await Ask(server.Server)).Outcome);
    }

    [Fact]
    public async Task A_truncated_answer_without_TCP_says_so()
    {
        await using var server = ScriptedNameServer.Start(
            query => query.OverTcp ? null : DnsReply.To(query).Truncated().Bytes());

        var lookup = await Ask(server.Server);

        Assert.Equal(LookupOutcome.Malformed, lookup.Outcome);
        Assert.StartsWith("the answer does not fit into UDP, and over TCP", lookup.Detail);
    }

    [Fact]
    public async Task TCP_only_sends_no_datagram()
    {
        await using var server = ScriptedNameServer.Start(Good);

        var lookup = await Ask(server.Server, Patient with { TcpOnly = true });

        Assert.Equal((LookupOutcome.Answered, DnsTransport.Tcp), (lookup.Outcome, lookup.Transport));
        Assert.All(server.Asked, query => Assert.True(query.OverTcp));
    }

    [Fact]
    public async Task A_lost_datagram_is_sent_once_more()
    {
        var seen = 0;
        await using var server = ScriptedNameServer.Start(
            query => Interlocked.Increment(ref seen) == 1 ? null : Good(query));

        var lookup = await Ask(server.Server, Impatient with { Tries = 50 });

        Assert.Equal(LookupOutcome.Answered, lookup.Outcome);
        Assert.True(lookup.Tries >= 2);
    }

    [Fact]
    public async Task Silence_is_a_timeout_after_two_tries()
    {
        await using var server = ScriptedNameServer.Start(_ => (byte[]?)null);

        var lookup = await Ask(server.Server, Impatient);

        Assert.Equal((LookupOutcome.Timeout, Failure.NameTimeout), (lookup.Outcome, lookup.ToFailure()));
        Assert.Equal(2, lookup.Tries);
        Assert.Equal(2, server.Asked.Select(query => query.Id).Distinct().Count());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_port_without_a_server_is_told_from_silence(bool tcp)
    {
        var server = new NameServer(FreePort(), NameServerRole.Named, "nobody");

        var lookup = await Ask(server, Patient with { TcpOnly = tcp });

        Assert.Equal((LookupOutcome.ConnectionRefused, Failure.NameTimeout), (lookup.Outcome, lookup.ToFailure()));
        Assert.Equal(1, lookup.Tries);
    }

    [Fact]
    public async Task Cancellation_ends_a_lookup()
    {
        using var stop = new CancellationTokenSource();
        await using var server = ScriptedNameServer.Start(_ =>
        {
            stop.Cancel();
            return (byte[]?)null;
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Client().AskAsync(server.Server, Shop, Patient, stop.Token));
    }

    private static IPEndPoint FreePort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return (IPEndPoint)socket.LocalEndPoint!;
    }
}
