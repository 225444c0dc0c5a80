using Weir.Diagnosis;
using Weir.Tests.Kit;
using Weir.Vocabulary;

namespace Weir.Tests.Probing.Outside.Network;

/// <summary>Look-alikes of a site that cannot be reached, told apart by what the network does.</summary>
public sealed class NetworkTests(NetworkSites sites) : IClassFixture<NetworkSites>
{
    [Theory]
    [InlineData(NetworkFault.Dropped, Failure.ConnectTimeout, "firewall.drop")]
    [InlineData(NetworkFault.Rejected, Failure.ConnectRefused, "firewall.reject")]
    [InlineData(NetworkFault.NothingListens, Failure.ConnectRefused, "upstream.not-listening")]
    [InlineData(NetworkFault.HostDown, Failure.ConnectUnreachable, "network.host-down")]
    [InlineData(NetworkFault.RouteMissing, Failure.ConnectUnreachable, "network.no-route")]
    public async Task The_cause_is_named_first(NetworkFault fault, Failure failure, string cause)
    {
        var told = await sites[fault];

        Assert.True(told.Verdict == Verdict.Unreachable, Told.Of(told));
        Assert.True(
            told.Failures is [{ Hop: "visitor->gateway" } first, ..] && first.Kind == failure, Told.Of(told));
        Assert.True(told.Causes is [var likeliest, ..] && likeliest.Id == cause, Told.Of(told));
    }

    [Fact]
    public async Task A_reset_by_a_firewall_stays_open_against_a_closed_port()
    {
        var told = await sites[NetworkFault.RejectedByReset];
        var suspects = told.Causes.Select(cause => cause.Id).ToList();

        Assert.Equal(Failure.ConnectRefused, told.Failures[0].Kind);
        Assert.True(suspects.Contains("upstream.not-listening"), Told.Of(told));
        Assert.True(suspects.Contains("firewall.reject"), Told.Of(told));
    }

    [Fact]
    public async Task A_route_into_nothing_is_a_matter_of_the_way()
    {
        var told = await sites[NetworkFault.RouteIntoNothing];

        Assert.Equal(Failure.ConnectTimeout, told.Failures[0].Kind);
        Assert.True(
            told.Causes[0].Id is "network.host-down" or "network.no-route" or "firewall.drop", Told.Of(told));
    }

    [Fact]
    public async Task One_broken_family_of_two_is_seen_beside_the_good_one()
    {
        var told = await sites[NetworkFault.OnlyIPv6Dropped];

        Assert.Equal(Scope.Some, told.Scope);
        Assert.Contains(told.Evidence, each => each.Says.Contains("Only IPv6 fails"));
        Assert.Contains(told.Failures, each => each.Kind == Failure.ConnectTimeout && each.Endpoint.StartsWith('['));
        Assert.True(told.Causes.All(each => each.Confidence < 0.5 || each.Id is "firewall.drop"
            or "balancer.bad-member"), Told.Of(told));
    }
}
