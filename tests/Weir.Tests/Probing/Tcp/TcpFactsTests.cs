using System.Net;
using System.Net.Sockets;
using Weir.Probing.Tcp;

namespace Weir.Tests.Probing.Tcp;

public sealed class TcpFactsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("::1")]
    public async Task A_connection_tells_its_sizes_and_its_round_trip(string address)
    {
        using var listener = LoopbackConnectTests.Listen(IPAddress.Parse(address), 16);
        using var opened = await ConnectProbe.OpenAsync(
            new(listener.LocalEndPoint!, TimeSpan.FromSeconds(10)), TimeProvider.System, Stop);

        var facts = TcpFacts.Of(opened.Socket!)!;
        var sizes = PathMtu.Of(opened.Socket!)!;

        Assert.Equal((1, 0), (facts.State, facts.Unacknowledged));
        Assert.InRange(facts.RoundTrip, TimeSpan.FromMicroseconds(1), TimeSpan.FromSeconds(5));
        Assert.InRange(sizes.Mtu!.Value, 60_000, 65_536); // Of loopback, as IPv4 and IPv6 count it.
        Assert.InRange(sizes.MaxSegment!.Value, 500, 65536);
        Assert.Equal(facts.SendSegment, sizes.SendSegment);
    }

    [Fact]
    public void A_socket_that_is_not_TCP_or_is_closed_has_no_facts()
    {
        var udp = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        Assert.Null(PathMtu.Of(udp));
        udp.Dispose();
        Assert.Null(TcpFacts.Of(udp));
    }

    [Fact]
    public void A_structure_that_is_cut_short_is_no_fact()
        => Assert.Null(TcpFacts.Parse(new byte[TcpFacts.Bytes - 1]));
}
