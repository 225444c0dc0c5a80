using System.Net;
using System.Net.Sockets;
using Weir.Probing.Tcp;
using Weir.Vocabulary;

namespace Weir.Tests.Probing.Tcp;

/// <summary>The way of other systems, run here: the same record with less in it.</summary>
public sealed class ManagedConnectTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    private static TimeProvider Clock => TimeProvider.System;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_listening_port_connects()
    {
        using var listener = LoopbackConnectTests.Listen(IPAddress.Loopback, 16);
        using var opened = await ManagedConnect.OpenAsync(new(listener.LocalEndPoint!, Limit), Clock, Stop);
        Assert.True(opened.Attempt.Connected);
        Assert.NotNull(opened.Attempt.Local);
        Assert.True(opened.Socket!.Connected);
    }

    [Fact]
    public async Task A_closed_port_refuses()
    {
        var closed = new IPEndPoint(IPAddress.Loopback, LoopbackConnectTests.ClosedPort(IPAddress.Loopback));
        using var opened = await ManagedConnect.OpenAsync(new(closed, Limit), Clock, Stop);
        Assert.Equal(Failure.ConnectRefused, opened.Attempt.Failure);
        Assert.Null(opened.Socket);
    }

    [Fact]
    public async Task A_full_queue_is_silent()
    {
        using var listener = LoopbackConnectTests.Listen(IPAddress.Loopback, 0);
        using var first = await ManagedConnect.OpenAsync(new(listener.LocalEndPoint!, Limit), Clock, Stop);
        var ask = new ConnectRequest(listener.LocalEndPoint!, TimeSpan.FromMilliseconds(300));
        using var second = await ManagedConnect.OpenAsync(ask, Clock, Stop);
        Assert.Equal(Failure.ConnectTimeout, second.Attempt.Failure);
    }

    [Fact]
    public async Task A_missing_unix_socket_is_not_connected()
    {
        var missing = new UnixDomainSocketEndPoint(Path.Combine(Path.GetTempPath(), $"weir-{Guid.NewGuid():N}"));
        using var opened = await ManagedConnect.OpenAsync(new(missing, Limit), Clock, Stop);
        Assert.Equal(Failure.ConnectDenied, opened.Attempt.Failure);
    }
}
