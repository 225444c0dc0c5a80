using System.Net;
using System.Net.Sockets;
using Weir.Lab.Worlds;
using Weir.Probing.Tcp;
using Weir.Tests.Kit;
using Weir.Vocabulary;

namespace Weir.Tests.Probing.Tcp;

/// <summary>Attempts that never leave this machine.</summary>
public sealed class LoopbackConnectTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_listening_port_connects_and_the_connection_is_handed_on()
    {
        using var listener = Listen(IPAddress.Loopback, 16);
        using var opened = await ConnectProbe.OpenAsync(new(listener.LocalEndPoint!, Limit), TimeProvider.System, Stop);

        Assert.Equal(("connected", null), (opened.Attempt.Outcome, opened.Attempt.Failure));
        Assert.Equal(IPAddress.Loopback, opened.Attempt.Local!.Address);
        Assert.NotEqual(0, opened.Attempt.Local.Port);
        Assert.Equal(0, opened.Attempt.Tcp!.TotalRetransmits);
        Assert.False(opened.Attempt.Late);

        using var accepted = await listener.AcceptAsync(Stop);
        await using var stream = opened.Stream();
        await stream.WriteAsync("ping"u8.ToArray(), Stop);
        var got = new byte[4];
        await using var served = new NetworkStream(accepted);
        await served.ReadExactlyAsync(got, Stop);
        await served.WriteAsync(got, Stop);
        await stream.ReadExactlyAsync(got, Stop);
        Assert.Equal("ping"u8, got);
    }

    [Fact]
    public async Task The_connection_handed_on_can_be_read_without_async_too()
    {
        using var listener = Listen(IPAddress.Loopback, 16);
        using var opened = await ConnectProbe.OpenAsync(new(listener.LocalEndPoint!, Limit), TimeProvider.System, Stop);
        using var accepted = await listener.AcceptAsync(Stop);
        var got = new byte[1];
        opened.Socket!.ReceiveTimeout = (int)Limit.TotalMilliseconds;

        var reading = Task.Factory.StartNew(
            () => opened.Socket.Receive(got), Stop, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        accepted.Send("x"u8);

        Assert.Equal(1, await reading);
        Assert.Equal("x"u8, got);
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("::1")]
    public async Task A_closed_port_refuses(string address)
    {
        var endpoint = new IPEndPoint(IPAddress.Parse(address), ClosedPort(IPAddress.Parse(address)));

        var attempt = await ConnectProbe.RunAsync(endpoint, Limit, TimeProvider.System, Stop);

        Assert.Equal((Errno.ECONNREFUSED, Failure.ConnectRefused), (attempt.Errno, attempt.Failure));
        Assert.True(attempt.HostAnswered);
        Assert.Null(attempt.Icmp);
    }

    [Fact]
    public async Task A_port_that_listens_in_one_family_is_refused_in_the_other()
    {
        using var listener = Listen(IPAddress.Loopback, 16);
        var port = ((IPEndPoint)listener.LocalEndPoint!).Port;

        var v4 = await ConnectProbe.RunAsync(
            new IPEndPoint(IPAddress.Loopback, port), Limit, TimeProvider.System, Stop);
        var v6 = await ConnectProbe.RunAsync(
            new IPEndPoint(IPAddress.IPv6Loopback, port), Limit, TimeProvider.System, Stop);
        var mapped = await ConnectProbe.RunAsync(
            new IPEndPoint(IPAddress.Loopback.MapToIPv6(), port), Limit, TimeProvider.System, Stop);

        Assert.Equal(("connected", "ECONNREFUSED", "connected"), (v4.Outcome, v6.Outcome, mapped.Outcome));
        Assert.Equal($"[::1]:{port}", v6.EndpointName);
        Assert.Equal($"127.0.0.1:{port}", mapped.EndpointName);
    }

    [Fact]
    public async Task A_source_address_is_used()
    {
        using var listener = Listen(IPAddress.Loopback, 16);
        var request = new ConnectRequest(listener.LocalEndPoint!, Limit) { Source = IPAddress.Parse("127.0.0.7") };

        var attempt = await ConnectProbe.RunAsync(request, TimeProvider.System, Stop);

        Assert.Equal("127.0.0.7", attempt.Local!.Address.ToString());
    }

    [Fact]
    public async Task A_source_address_that_is_not_ours_is_not_taken_for_used_up_ports()
    {
        using var listener = Listen(IPAddress.Loopback, 16);
        var request = new ConnectRequest(listener.LocalEndPoint!, Limit) { Source = IPAddress.Parse("198.51.100.7") };

        var attempt = await ConnectProbe.RunAsync(request, TimeProvider.System, Stop);

        Assert.Equal(("EADDRNOTAVAIL", ConnectStep.Bind), (attempt.Outcome, attempt.Step));
        Assert.True(attempt.NoSourceAddress);
        Assert.Equal(Failure.ConnectUnreachable, attempt.Failure);
    }

    [Fact]
    public async Task A_full_accept_queue_is_silent_and_SYNs_are_repeated()
    {
        using var listener = Listen(IPAddress.Loopback, 0);
        using var first = await ConnectProbe.OpenAsync(new(listener.LocalEndPoint!, Limit), TimeProvider.System, Stop);

        var attempt = await ConnectProbe.RunAsync(
            listener.LocalEndPoint!, TimeSpan.FromSeconds(1.3), TimeProvider.System, Stop);

        Assert.True(first.Attempt.Connected);
        Assert.Equal((null, "silent", Failure.ConnectTimeout), (attempt.Errno, attempt.Outcome, attempt.Failure));
        Assert.True(attempt.Tcp!.TotalRetransmits >= 1);
    }

    [Fact]
    public async Task A_connection_that_waits_for_the_queue_is_recognised_as_late()
    {
        using var listener = Listen(IPAddress.Loopback, 0);
        using var first = await ConnectProbe.OpenAsync(new(listener.LocalEndPoint!, Limit), TimeProvider.System, Stop);
        var second = ConnectProbe.RunAsync(listener.LocalEndPoint!, Limit, TimeProvider.System, Stop);
        using var accepted = await listener.AcceptAsync(Stop);

        var attempt = await second;

        Assert.True(attempt.Connected);
        Assert.True(attempt.Late);
        Assert.True(attempt.Tcp!.TotalRetransmits >= 1);
    }

    [Fact]
    public async Task Giving_up_ends_the_attempt_with_an_exception()
    {
        using var listener = Listen(IPAddress.Loopback, 0);
        using var first = await ConnectProbe.OpenAsync(new(listener.LocalEndPoint!, Limit), TimeProvider.System, Stop);
        using var given = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var attempt = ConnectProbe.RunAsync(listener.LocalEndPoint!, Limit, TimeProvider.System, given.Token);

        await given.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => attempt);
    }

    [Fact]
    public async Task Many_attempts_run_beside_each_other()
    {
        using var listener = Listen(IPAddress.Loopback, 512);

        var attempts = await Task.WhenAll(Enumerable.Range(0, 200)
            .Select(_ => ConnectProbe.RunAsync(listener.LocalEndPoint!, Limit, TimeProvider.System, Stop)));

        Assert.All(attempts, attempt => Assert.True(attempt.Connected, attempt.Outcome));
    }

    [Fact]
    public async Task Used_up_ports_are_told_from_a_missing_address()
    {
        Requires.NetworkNamespaces();
        using var world = new NetworkWorld();
        var host = world.AddHost("busy");
        host.Run("sysctl", "-q", "-w", "net.ipv4.ip_local_port_range=50000 50000");
        using var listener = host.Listen(8080, 16);
        var endpoint = new IPEndPoint(IPAddress.Loopback, 8080);

        using var first = await host.Inside(
            () => ConnectProbe.OpenAsync(new(endpoint, Limit), TimeProvider.System, Stop));
        var second = await host.Inside(() => ConnectProbe.RunAsync(endpoint, Limit, TimeProvider.System, Stop));

        Assert.True(first.Attempt.Connected);
        Assert.Equal(("EADDRNOTAVAIL", false), (second.Outcome, second.NoSourceAddress));
        Assert.Equal(Failure.ConnectExhausted, second.Failure);
    }

    [Fact]
    public async Task IPv6_that_is_switched_off_is_unreachable_not_exhausted()
    {
        Requires.NetworkNamespaces();
        using var world = new NetworkWorld();
        var host = world.AddHost("v4only");
        host.Run("sysctl -q -w net.ipv6.conf.all.disable_ipv6=1");
        var endpoint = new IPEndPoint(IPAddress.IPv6Loopback, 8080);

        var attempt = await host.Inside(() => ConnectProbe.RunAsync(endpoint, Limit, TimeProvider.System, Stop));

        Assert.Equal(("EADDRNOTAVAIL", true), (attempt.Outcome, attempt.NoSourceAddress));
        Assert.Equal(Failure.ConnectUnreachable, attempt.Failure);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public async Task A_limit_that_is_not_positive_is_refused(int seconds)
        => await Assert.ThrowsAsync<ArgumentException>(() => ConnectProbe.RunAsync(
            new IPEndPoint(IPAddress.Loopback, 1), TimeSpan.FromSeconds(seconds), TimeProvider.System, Stop));

    [Fact]
    public async Task A_name_is_refused()
        => await Assert.ThrowsAsync<ArgumentException>(() => ConnectProbe.RunAsync(
            new DnsEndPoint("localhost", 80), Limit, TimeProvider.System, Stop));

    internal static Socket Listen(IPAddress address, int backlog)
    {
        var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(address, 0));
        socket.Listen(backlog);
        return socket;
    }

    internal static int ClosedPort(IPAddress address)
    {
        using var socket = Listen(address, 1);
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }
}
