using System.Net;
using Weir.Lab.Worlds;
using Weir.Probing.Tcp;
using Weir.Tests.Kit;
using Weir.Vocabulary;

namespace Weir.Tests.Probing.Tcp;

/// <summary>Ways that do not lead to the target.</summary>
public sealed class RouteTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    private static readonly IPEndPoint Elsewhere = new(IPAddress.Parse("198.51.100.20"), 80);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("blackhole", "EINVAL", Failure.ConnectUnreachable)]
    [InlineData("unreachable", "EHOSTUNREACH", Failure.ConnectUnreachable)]
    [InlineData("prohibit", "EACCES", Failure.ConnectDenied)]
    public async Task A_route_that_forbids_says_so_at_once_and_without_ICMP(string kind, string errno, Failure failure)
    {
        Requires.NetworkNamespaces();
        using var world = new NetworkWorld();
        var host = world.AddHost("client");
        host.Run($"ip route add {kind} {Elsewhere.Address}/32");

        var attempt = await host.Inside(() => ConnectProbe.RunAsync(Elsewhere, Limit, TimeProvider.System, Stop));
        var route = host.Inside(() => RouteCheck.To(Elsewhere.Address));

        Assert.Equal((errno, failure, null), (attempt.Outcome, attempt.Failure, attempt.Icmp));
        Assert.Equal(errno, Errno.NameOf(route.Errno));
        Assert.False(route.Exists);
    }

    [Theory]
    [InlineData("198.51.100.20")]
    [InlineData("2001:db8::20")]
    public async Task Without_a_route_the_network_is_unreachable(string address)
    {
        Requires.NetworkNamespaces();
        using var world = new NetworkWorld();
        var host = world.AddHost("client");
        var target = new IPEndPoint(IPAddress.Parse(address), 80);

        var attempt = await host.Inside(() => ConnectProbe.RunAsync(target, Limit, TimeProvider.System, Stop));
        var route = host.Inside(() => RouteCheck.To(target.Address));

        Assert.Equal(("ENETUNREACH", Failure.ConnectUnreachable), (attempt.Outcome, attempt.Failure));
        Assert.Equal(Errno.ENETUNREACH, route.Errno);
        Assert.Equal(Errno.ENETUNREACH, host.Inside(() => RouteCheck.AskPlatform(target.Address)).Errno);
    }

    [Fact]
    public void A_route_names_the_source_address()
    {
        var route = RouteCheck.To(IPAddress.Loopback);
        Assert.True(route.Exists);
        Assert.Equal(IPAddress.Loopback, route.Source);
        Assert.Equal(route, RouteCheck.AskPlatform(IPAddress.Loopback));
    }

    [Fact]
    public async Task A_neighbour_that_is_down_is_given_up_by_this_machine_itself()
    {
        Requires.NetworkNamespaces();
        using var world = new NetworkWorld();
        var server = world.AddHost("server");
        var link = world.Link(world.Here, server);
        server.Run($"ip addr flush dev {link.RightDevice}");

        var attempt = await ConnectProbe.RunAsync(
            new IPEndPoint(link.RightV4, 80), Limit, TimeProvider.System, Stop);

        Assert.Equal(("EHOSTUNREACH", Failure.ConnectUnreachable), (attempt.Outcome, attempt.Failure));
        Assert.True(attempt.NeighbourSilent);
        Assert.False(attempt.HostAnswered);
    }
}
