using System.Net;
using System.Net.Sockets;
using Weir.Host;
using Weir.Host.Processes;
using Weir.Host.Sockets;
using Weir.Lab.Worlds;
using Weir.Probing.Tcp;
using Weir.Tests.Kit;

namespace Weir.Tests.Host.Sockets;

public sealed class BacklogsTests
{
    public BacklogsTests() => Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux has sock_diag.");

    [Fact]
    public async Task A_full_accept_queue_is_seen_with_its_backlog()
    {
        using var listener = Listen(backlog: 2);
        var endpoint = (IPEndPoint)listener.LocalEndPoint!;
        var waiting = new List<OpenedConnection>();
        for (var i = 0; i < 3; i++)
        {
            waiting.Add(await ConnectProbe.OpenAsync(
                new(endpoint, TimeSpan.FromSeconds(10)), TimeProvider.System, TestContext.Current.CancellationToken));
        }

        var backlogs = Backlogs.Read(NetworkSeat.This).Value;

        Assert.Null(backlogs.NoLimits);
        var row = Assert.Single(backlogs.For(endpoint));
        Assert.Equal((3L, 2L, true), (row.Queued, row.Limit, row.Full));
        waiting.ForEach(one => one.Dispose());
    }

    [Fact]
    public void An_idle_listener_is_not_full()
    {
        using var listener = Listen(backlog: 5);

        var row = Assert.Single(Backlogs.Read(NetworkSeat.This).Value.For((IPEndPoint)listener.LocalEndPoint!));

        Assert.Equal((0L, 5L, false), (row.Queued, row.Limit, row.Full));
        Assert.NotEqual(0, row.Inode);
    }

    [Fact]
    public void Without_sock_diag_the_queue_is_known_and_the_backlog_is_not()
    {
        const string text = """
              sl  local_address rem_address st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
               0: 0100007F:1F90 00000000:0000 0A 00000000:00000003 00:00000000 00000000    33        0 18213
            """;
        using var host = new CapturedHost().With("/proc/net/tcp", text);

        var backlogs = Backlogs.Read(new NetworkSeat(host.Root)).Value;

        var row = Assert.Single(backlogs.Rows);
        Assert.Equal((3L, null, null), (row.Queued, row.Limit, row.Full));
        Assert.Equal(UnreadReason.Unsupported, backlogs.NoLimits!.Reason);
    }

    [Fact]
    public async Task A_listener_in_another_network_namespace_is_found_with_its_process()
    {
        Requires.NetworkNamespaces();
        using var world = new NetworkWorld();
        var host = world.AddHost("app");
        using var script = await HostScript.StartAsync(
            "my $s = IO::Socket::INET->new(Listen => 7, LocalPort => 8080) or die; ready; stay",
            "ip", "netns", "exec", host.Namespace!);
        var table = ProcessTable.Read(HostRoot.This).Value;
        var space = ProcessNamespaces.NetworkOf(HostRoot.This, script.Id).Value;

        var found = OwnedListeners.Read(HostRoot.This, table);

        var listener = Assert.Single(found.For(IPEndPoint.Parse("10.0.0.1:8080"), space));
        Assert.Equal(script.Id, Assert.Single(listener.Owners).Id);
        Assert.Equal(7, listener.Backlog.Limit);
        Assert.Equal(listener, Assert.Single(found.Of(script.Id)));
        Assert.Contains(listener, found.OnPort(8080));
        Assert.NotEqual(ProcessNamespaces.NetworkOf(HostRoot.This, Environment.ProcessId).Value, space);
    }

    [Fact]
    public void A_socket_of_our_own_is_known_as_ours()
    {
        using var listener = Listen(backlog: 1);
        var row = Assert.Single(Backlogs.Read(NetworkSeat.This).Value.For((IPEndPoint)listener.LocalEndPoint!));

        var owners = SocketOwners.Read(HostRoot.This, [Environment.ProcessId], new HashSet<long> { row.Inode });

        Assert.Equal([Environment.ProcessId], owners.Of(row.Inode));
        Assert.Single(owners.ByInode);
    }

    private static Socket Listen(int backlog)
    {
        var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen(backlog);
        return listener;
    }
}
