using System.Net;
using Weir.Probing.Dns;
using Weir.Probing.Dns.Delegation;
using Weir.Tests.Kit;

namespace Weir.Tests.Probing.Dns.Delegation;

public sealed class DelegationWalkTests
{
    [Fact]
    public async Task Every_server_of_a_sound_zone_is_asked()
    {
        await using var world = new World();
        world.Authority("127.0.0.11", query => World.Own(query, serial: 5));
        world.Authority("127.0.0.12", query => World.Own(query, serial: 5));

        var view = await world.WalkAsync(world.Resolver("ns1.test:127.0.0.11", "ns2.test:127.0.0.12"));

        Assert.Equal("shop.test", view.Zone);
        Assert.All(view.Servers, server => Assert.False(server.IsLame));
        Assert.All(view.Servers, server => Assert.Equal("192.0.2.10", server.Lookup!.Addresses.Single().ToString()));
        Assert.Equal([5u], view.Serials);
        Assert.Equal("jane@shop.test", view.Contact);
        Assert.Equal("zone shop.test, 2 name servers: served by every server that was checked", view.Detail);
        Assert.All(world.AskedDirectly, query => Assert.False(query.RecursionDesired));
    }

    [Fact]
    public async Task Each_kind_of_lame_server_is_told()
    {
        await using var world = new World();
        world.Authority("127.0.0.11", query => World.Own(query, serial: 5));
        world.Authority("127.0.0.12", query => World.Own(query, serial: 4));
        world.Authority("127.0.0.13", query => DnsReply.To(query).Code(5).Bytes());
        world.Authority("127.0.0.14", query => DnsReply.To(query).Code(2).Bytes());
        world.Authority("127.0.0.15", query => World.Soa(DnsReply.To(query), 5).Bytes());
        world.Authority("127.0.0.16", _ => null);

        var view = await world.WalkAsync(world.Resolver(
            [.. Enumerable.Range(1, 7).Select(place => $"ns{place}.test:127.0.0.1{place}")]));

        Assert.Equal(
            [
                AuthorityState.Sound, AuthorityState.Sound, AuthorityState.Refused, AuthorityState.Failing,
                AuthorityState.NotAuthoritative, AuthorityState.Silent,
            ],
            view.Servers.Select(server => server.State));
        Assert.Equal([5u, 4u], view.Serials);
        Assert.Equal(["ns7.test"], view.NotLookedAt);
        Assert.Equal(4, view.Lame.Count);
    }

    [Fact]
    public async Task A_server_without_an_address_and_one_without_a_listener_are_lame()
    {
        await using var world = new World();
        world.Authority("127.0.0.11", query => World.Own(query, serial: 5));

        var view = await world.WalkAsync(world.Resolver("ns1.test:127.0.0.11", "ns2.test:", "ns3.test:127.0.0.19"));

        Assert.Equal(
            [AuthorityState.Sound, AuthorityState.NoAddress, AuthorityState.NotListening],
            view.Servers.Select(server => server.State));
    }

    [Fact]
    public async Task A_zone_whose_servers_are_all_broken_is_found_by_its_parent()
    {
        await using var world = new World();
        world.Authority("127.0.0.20", query => DnsReply.To(query)
            .Authority("shop.test", DnsReply.Ns, DnsReply.Name("ns1.shop.test"))
            .Additional("ns1.shop.test", DnsReply.A, [127, 0, 0, 13]).Bytes());
        world.Authority("127.0.0.13", query => DnsReply.To(query).Code(5).Bytes());

        var view = await world.WalkAsync(world.ResolverThatFailsBelow("test", "ns.test:127.0.0.20"));

        Assert.Equal(("shop.test", true), (view.Zone, view.IsFromParent));
        var server = Assert.Single(view.Servers);
        Assert.Equal(("ns1.shop.test", AuthorityState.Refused), (server.Name, server.State));
        Assert.Equal("zone shop.test, 1 name servers: not served by ns1.shop.test (Refused)", view.Detail);
    }

    [Fact]
    public async Task The_zone_of_an_alias_is_its_own_not_its_targets()
    {
        await using var world = new World();
        world.Authority("127.0.0.11", query => World.Own(query, serial: 5));

        var view = await world.WalkAsync(world.ResolverWithAlias("ns1.test:127.0.0.11"));

        Assert.Equal("shop.test", view.Zone);
    }

    [Fact]
    public async Task The_next_resolver_is_asked_when_one_fails()
    {
        await using var world = new World();
        world.Authority("127.0.0.11", query => World.Own(query, serial: 5));
        var broken = world.Serve(query => DnsReply.To(query).Code(2).Bytes());

        var view = await world.WalkAsync(broken, world.Resolver("ns1.test:127.0.0.11"));

        Assert.Equal("shop.test", view.Zone);
    }

    [Fact]
    public async Task Without_a_resolver_the_zone_is_not_known()
    {
        await using var world = new World();
        var nobody = new NameServer(new IPEndPoint(IPAddress.Loopback, 1), NameServerRole.System, "nobody");

        var view = await world.WalkAsync(nobody);

        Assert.Null(view.Zone);
        Assert.Single(view.Path);
        Assert.Equal("the zone of www.shop.test could not be found: no resolver told one", view.Detail);
    }
}
