using System.Net.Sockets;
using Weir.Lab.Faults;

namespace Weir.Tests.Lab;

public sealed class DoorTests
{
    private const string LastGet = "GET / HTTP/1.0\r\n\r\n";

    [Fact]
    public async Task A_refusing_port_refuses_and_stays_taken()
    {
        await using var server = FaultyServer.Refuse();

        var refused = await Assert.ThrowsAsync<SocketException>(() => RawClient.ConnectAsync(server));
        Assert.Equal(SocketError.ConnectionRefused, refused.SocketErrorCode);
        // With ProtocolType.Tcp the platform would set SO_REUSEADDR, which shares any port that is not listening.
        using var other = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Unspecified);
        Assert.Throws<SocketException>(() => other.Bind(server.EndPoint));
    }

    // Had the first SYN been refused, the connect would have failed: so it was met with silence, and its
    // retransmission found the open door.
    [Fact]
    public async Task A_port_that_never_accepts_leaves_a_connect_without_an_answer()
    {
        await using var server = FaultyServer.NeverAccept();
        var connecting = RawClient.ConnectAsync(server);
        Assert.False(connecting.IsCompleted);

        server.SetDoor(Door.Open);
        using var client = await connecting;
        await client.SendAsync(LastGet);
        Assert.EndsWith("hello", (await client.ReadToEndAsync()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_door_that_closes_keeps_the_connections_that_are_made()
    {
        await using var server = FaultyServer.Start(Reply.Ok("hello"));
        using var client = await RawClient.ConnectAsync(server);
        await server.WaitForConnectionAsync(1, _ => true, TestContext.Current.CancellationToken);
        server.SetDoor(Door.Refuse);

        await Assert.ThrowsAsync<SocketException>(() => RawClient.ConnectAsync(server));
        await client.SendAsync(LastGet);
        Assert.EndsWith("hello", (await client.ReadToEndAsync()).Text, StringComparison.Ordinal);

        server.SetDoor(Door.Open);
        Assert.EndsWith("hello", (await RawClient.ExchangeAsync(server, LastGet)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_unix_socket_serves_refuses_and_fills_up()
    {
        var path = Path.Combine(Path.GetTempPath(), $"weir-{Guid.NewGuid():N}.sock");
        await using (var server = FaultyServer.Start(
            new FaultyServerOptions { Listen = new UnixDomainSocketEndPoint(path) }, Reply.Ok("hello")))
        {
            Assert.EndsWith("hello", (await RawClient.ExchangeAsync(server, LastGet)).Text, StringComparison.Ordinal);

            server.SetDoor(Door.Refuse);
            Assert.Equal(SocketError.ConnectionRefused, ErrorOfConnect(path));

            server.SetDoor(Door.NeverAccept);
            Assert.Equal(SocketError.WouldBlock, ErrorOfConnect(path));
        }

        Assert.False(File.Exists(path));
    }

    private static SocketError ErrorOfConnect(string path)
    {
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Blocking = false;
        return Assert.Throws<SocketException>(() => socket.Connect(new UnixDomainSocketEndPoint(path)))
            .SocketErrorCode;
    }
}
