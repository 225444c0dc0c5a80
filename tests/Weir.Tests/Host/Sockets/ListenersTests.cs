using System.Net;
using System.Net.Sockets;
using FsCheck;
using FsCheck.Fluent;
using Weir.Host.Sockets;
using Weir.Lab.Worlds;
using Weir.Probing.Tcp;
using Weir.Tests.Kit;

namespace Weir.Tests.Host.Sockets;

public sealed class ListenersTests
{
    /// <summary>Captured; what follows the inode is left out.</summary>
    private const string V4 = """
          sl  local_address rem_address st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
           0: 0100007F:1F90 00000000:0000 0A 00000000:00000003 00:00000000 00000000    33        0 18213
           1: 00000000:0016 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 507
           2: 0100007F:1F90 0100007F:D431 01 00000010:00000020 00:00000000 00000000    33        0 18300
        """;

    private const string Zero = "00000000000000000000000000000000";

    private const string V6 = $"""
          sl  local_address rem_address st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
           0: {Zero}:0050 {Zero}:0000 0A 00000000:00000000 00:00000000 00000000     0        0 600
           1: 00000000000000000000000001000000:0BB8 {Zero}:0000 0A 00000000:00000000 00:00000000 00000000 1000 0 700
        """;

    private static readonly Listeners Captured = Listeners.Parse(new StringReader(V4), new StringReader(V6));

    [Fact]
    public void Only_listeners_are_kept_with_queue_owner_and_inode()
    {
        Assert.SkipUnless(BitConverter.IsLittleEndian, "The capture is of a little-endian machine.");

        Assert.Equal(
            ["127.0.0.1:8080", "0.0.0.0:22", "[::]:80", "[::1]:3000"],
            Captured.Rows.Select(row => row.Local.ToString()));
        Assert.Equal((3L, 33, 18213L), (Captured.Rows[0].ReceiveQueue, Captured.Rows[0].User, Captured.Rows[0].Inode));
    }

    [Theory]
    [InlineData("127.0.0.1:8080", Hearing.Yes)]
    [InlineData("10.0.0.12:8080", Hearing.No)]
    [InlineData("10.0.0.12:22", Hearing.Yes)]
    [InlineData("[::1]:22", Hearing.No)]
    [InlineData("[::1]:80", Hearing.Yes)]
    [InlineData("10.0.0.12:80", Hearing.Perhaps)]
    [InlineData("[::1]:3000", Hearing.Yes)]
    [InlineData("127.0.0.1:3000", Hearing.No)]
    [InlineData("127.0.0.1:9", Hearing.No)]
    [InlineData("[::ffff:127.0.0.1]:8080", Hearing.Yes)]
    public void A_listener_hears_what_its_address_and_family_fit(string endpoint, Hearing hearing)
    {
        Assert.SkipUnless(BitConverter.IsLittleEndian, "The capture is of a little-endian machine.");
        Assert.Equal(hearing, Captured.Hears(IPEndPoint.Parse(endpoint)));
    }

    [Fact]
    public void One_on_another_address_is_found_by_its_port()
    {
        Assert.Single(Captured.OnPort(3000));
        Assert.Empty(Captured.For(IPEndPoint.Parse("127.0.0.1:3000")));
    }

    [Fact]
    public async Task A_real_listener_is_found_with_the_connections_that_wait()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux has the table.");
        using var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen(4);
        var endpoint = (IPEndPoint)listener.LocalEndPoint!;
        using var waiting = await ConnectProbe.OpenAsync(
            new(endpoint, TimeSpan.FromSeconds(10)), TimeProvider.System, TestContext.Current.CancellationToken);

        var row = Assert.Single(Listeners.Read()!.For(endpoint));

        Assert.Equal(1, row.ReceiveQueue);
        Assert.NotEqual(0, row.Inode);
    }

    [Fact]
    public void A_namespace_has_its_own_listeners()
    {
        Requires.NetworkNamespaces();
        using var world = new NetworkWorld();
        var host = world.AddHost("app");
        using var listener = host.Listen(8080, 16);

        var inside = host.Inside(Listeners.Read)!;

        Assert.Equal(8080, Assert.Single(inside.Rows).Local.Port);
        Assert.Equal(Hearing.Perhaps, inside.Hears(IPEndPoint.Parse("127.0.0.1:8080")));
    }

    [Fact]
    public void Whatever_the_text_is_reading_does_not_throw()
        => Check.QuickThrowOnFailure(Prop.ForAll<string?, int>((text, at) =>
        {
            Listeners.Parse(new StringReader(V4.Insert((int)((uint)at % (uint)V4.Length), text ?? "")));
            Listeners.Parse(new StringReader(text ?? ""));
            return true;
        }));
}
