using System.Net;
using System.Net.Sockets;
using Weir.Lab.Worlds;
using Weir.Probing.Tcp;
using Weir.Tests.Kit;
using Weir.Vocabulary;

namespace Weir.Tests.Probing.Tcp;

/// <summary>Filters in the way of a port that listens: each must be told from a server that is not there.</summary>
public sealed class FirewallTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    [Theory]
    [InlineData("icmp-net-unreachable", "ENETUNREACH", 3, 0, Failure.ConnectUnreachable)]
    [InlineData("icmp-host-unreachable", "EHOSTUNREACH", 3, 1, Failure.ConnectUnreachable)]
    [InlineData("icmp-proto-unreachable", "ENOPROTOOPT", 3, 2, Failure.ConnectUnreachable)]
    [InlineData("icmp-port-unreachable", "ECONNREFUSED", 3, 3, Failure.ConnectRefused)]
    [InlineData("icmp-net-prohibited", "ENETUNREACH", 3, 9, Failure.ConnectProhibited)]
    [InlineData("icmp-host-prohibited", "EHOSTUNREACH", 3, 10, Failure.ConnectProhibited)]
    [InlineData("icmp-admin-prohibited", "EHOSTUNREACH", 3, 13, Failure.ConnectProhibited)]
    public async Task A_reject_in_IPv4_tells_its_type_code_and_sender(
        string kind, string errno, int type, int code, Failure failure)
    {
        using var world = World(out var server, out var link, out var listener);
        using var _ = listener;
        server.Run($"iptables -w 5 -A INPUT -p tcp -j REJECT --reject-with {kind}");

        var attempt = await Connect(link.RightV4, listener);

        Assert.Equal(errno, attempt.Outcome);
        Assert.Equal((type, code), (attempt.Icmp!.Type, attempt.Icmp.Code));
        Assert.Equal(link.RightV4, attempt.Icmp.Sender);
        Assert.Equal(failure, attempt.Failure);
        Assert.True(attempt.HostAnswered);
        Assert.False(attempt.RefusedHere);
    }

    [Theory]
    [InlineData("icmp6-no-route", "ENETUNREACH", 0, Failure.ConnectUnreachable)]
    [InlineData("icmp6-adm-prohibited", "EACCES", 1, Failure.ConnectProhibited)]
    [InlineData("icmp6-addr-unreachable", "EHOSTUNREACH", 3, Failure.ConnectUnreachable)]
    [InlineData("icmp6-port-unreachable", "ECONNREFUSED", 4, Failure.ConnectRefused)]
    [InlineData("icmp6-policy-fail", "EACCES", 5, Failure.ConnectProhibited)]
    [InlineData("icmp6-reject-route", "EACCES", 6, Failure.ConnectProhibited)]
    public async Task A_reject_in_IPv6_tells_its_code_and_sender(string kind, string errno, int code, Failure failure)
    {
        using var world = World(out var server, out var link, out var listener);
        using var _ = listener;
        server.Run($"ip6tables -w 5 -A INPUT -p tcp -j REJECT --reject-with {kind}");

        var attempt = await Connect(link.RightV6, listener);

        Assert.Equal(errno, attempt.Outcome);
        Assert.Equal((1, code), (attempt.Icmp!.Type, attempt.Icmp.Code));
        Assert.Equal(link.RightV6, attempt.Icmp.Sender);
        Assert.Equal(failure, attempt.Failure);
    }

    [Fact]
    public async Task A_reject_with_reset_looks_exactly_like_a_closed_port()
    {
        using var world = World(out var server, out var link, out var listener);
        using var _ = listener;
        server.Run("iptables -w 5 -A INPUT -p tcp -j REJECT --reject-with tcp-reset");

        var attempt = await Connect(link.RightV4, listener);

        Assert.Equal("ECONNREFUSED", attempt.Outcome);
        Assert.Null(attempt.Icmp);
        Assert.Equal(Failure.ConnectRefused, attempt.Failure);
    }

    [Fact]
    public async Task A_reject_of_this_machine_itself_is_not_the_targets_answer()
    {
        using var world = World(out var server, out var link, out var listener);
        using var _ = listener;
        server.Run($"iptables -w 5 -A OUTPUT -p tcp -d {link.LeftV4} -j REJECT --reject-with icmp-port-unreachable");

        var attempt = await server.Inside(() => ConnectProbe.RunAsync(
            new IPEndPoint(link.LeftV4, 9), Limit, TimeProvider.System, Stop));

        Assert.Equal("ECONNREFUSED", attempt.Outcome);
        Assert.Equal((true, false, false), (attempt.RefusedHere, attempt.NeighbourSilent, attempt.HostAnswered));
    }

    [Fact]
    public async Task A_reject_on_loopback_is_the_hosts_own_answer()
    {
        using var world = World(out var server, out var link, out var listener);
        using var _ = listener;
        server.Run("iptables -w 5 -A INPUT -p tcp -j REJECT --reject-with icmp-port-unreachable");

        var attempt = await server.Inside(() => ConnectProbe.RunAsync(
            new IPEndPoint(IPAddress.Loopback, 9), Limit, TimeProvider.System, Stop));

        Assert.Equal((false, true), (attempt.RefusedHere, attempt.HostAnswered));
        Assert.True(attempt.Icmp!.PortUnreachable);
    }

    [Fact]
    public async Task A_drop_stays_silent_and_other_ports_prove_that_the_host_is_up()
    {
        using var world = World(out var server, out var link, out var listener);
        using var _ = listener;
        var port = ((IPEndPoint)listener.LocalEndPoint!).Port;
        server.Run($"iptables -w 5 -A INPUT -p tcp --dport {port} -j DROP");

        var attempt = await Connect(link.RightV4, listener, TimeSpan.FromSeconds(1.5));
        var ports = await HostPorts.ProbeAsync(link.RightV4, port, Limit, TimeProvider.System, Stop);

        Assert.Equal((null, Failure.ConnectTimeout), (attempt.Errno, attempt.Failure));
        Assert.True(attempt.Tcp!.TotalRetransmits >= 1);
        Assert.False(attempt.HostAnswered);
        Assert.True(ports.IsUp);
        Assert.Empty(ports.Silent);
    }

    [Fact]
    public async Task When_everything_is_dropped_no_port_answers()
    {
        using var world = World(out var server, out var link, out var listener);
        using var _ = listener;
        server.Run("iptables -w 5 -A INPUT -p tcp -j DROP");

        var ports = await HostPorts.ProbeAsync(
            link.RightV4, 80, TimeSpan.FromSeconds(0.5), TimeProvider.System, Stop);

        Assert.False(ports.IsUp);
        Assert.Equal(HostPorts.Usual.Count - 1, ports.Silent.Count());
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static NetworkWorld World(out NetworkHost server, out NetworkLink link, out Socket listener)
    {
        Requires.NetworkNamespaces();
        var world = new NetworkWorld();
        server = world.AddHost("server");
        link = world.Link(world.Here, server);
        listener = server.Listen();
        return world;
    }

    private static Task<ConnectAttempt> Connect(IPAddress address, Socket listener, TimeSpan? limit = null)
        => ConnectProbe.RunAsync(
            new IPEndPoint(address, ((IPEndPoint)listener.LocalEndPoint!).Port),
            limit ?? Limit,
            TimeProvider.System,
            Stop);
}
