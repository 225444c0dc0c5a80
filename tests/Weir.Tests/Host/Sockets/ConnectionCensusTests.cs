using System.Net;
using System.Net.Sockets;
using Weir.Host;
using Weir.Host.Sockets;
using Weir.Tests.Kit;

namespace Weir.Tests.Host.Sockets;

public sealed class ConnectionCensusTests
{
    private const string Table = """
          sl  local_address rem_address st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
           0: 0100000A:A001 0C00000A:1F90 02 00000001:00000000 01:00000000 00000000    33        0 1
           1: 0100000A:A002 0C00000A:1F90 01 00000000:00000020 00:00000000 00000000    33        0 2
           2: 0100000A:A003 0C00000A:1F90 06 00000000:00000000 03:00000000 00000000     0        0 0
           3: 0200000A:A004 0C00000A:1F90 06 00000000:00000000 03:00000000 00000000     0        0 0
           4: 0100000A:0050 0D00000A:A005 08 00000000:00000001 00:00000000 00000000    33        0 5
           5: 0100000A:0050 00000000:0000 0A 00000000:00000000 00:00000000 00000000    33        0 6
        """;

    public ConnectionCensusTests() => Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux has the tables.");

    [Fact]
    public void Sockets_are_counted_by_state_for_an_endpoint_and_for_a_port()
    {
        using var host = new CapturedHost().With("/proc/net/tcp", Table);
        var upstream = IPEndPoint.Parse("10.0.0.12:8080");

        var census = ConnectionCensus.Read(new NetworkSeat(host.Root), [upstream], [80]).Value;

        var remote = Assert.Single(census.Remotes);
        Assert.Equal((1, 1, 2, 4),
            (remote[TcpState.SynSent], remote[TcpState.Established], remote[TcpState.TimeWait], remote.Total));
        Assert.Equal((1, 0, 3), (remote.WithUnread, remote.WithUnacknowledged, remote.FromBusiestAddress));
        var port = Assert.Single(census.Ports);
        Assert.Equal((1, 1), (port[TcpState.CloseWait], port.Total));
    }

    [Fact]
    public void An_endpoint_that_nobody_connects_to_counts_zero()
    {
        var census = ConnectionCensus.Read(NetworkSeat.This, [IPEndPoint.Parse("192.0.2.1:9")], []).Value;
        Assert.Equal(0, Assert.Single(census.Remotes).Total);
    }

    [Fact]
    public void Real_connections_are_counted_on_both_sides()
    {
        using var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen(8);
        var endpoint = (IPEndPoint)listener.LocalEndPoint!;
        using var client = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        client.Connect(endpoint);
        using var taken = listener.Accept();
        client.Send(new byte[3]);
        taken.Poll(TimeSpan.FromSeconds(10), SelectMode.SelectRead);

        var census = ConnectionCensus.Read(NetworkSeat.This, [endpoint], [endpoint.Port]).Value;

        Assert.Equal((1, 0), (census.Remotes[0][TcpState.Established], census.Remotes[0].WithUnread));
        Assert.Equal((1, 1), (census.Ports[0][TcpState.Established], census.Ports[0].WithUnread));
    }

    [Fact]
    public void The_port_range_limits_the_connections_to_one_endpoint()
    {
        var range = PortRange.Parse("32768\t60999\n")!;

        Assert.Equal(28232, range.Size);
        Assert.Equal(0.5, range.ShareOf(Count(28232 / 2)));
        Assert.Equal(1, range.ShareOf(Count(40_000)));
        Assert.True(PortRange.Read(NetworkSeat.This).Value.Size > 0);
    }

    [Theory]
    [InlineData("")]
    [InlineData("60999 32768")]
    [InlineData("1 2 3")]
    [InlineData("-1 70000")]
    public void What_is_no_range_is_none(string text) => Assert.Null(PortRange.Parse(text));

    private static ConnectionCount Count(int ports)
        => new(IPEndPoint.Parse("10.0.0.12:8080"), new Dictionary<TcpState, int>(), 0, 0, ports);
}
