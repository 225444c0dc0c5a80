using System.Net;
using Weir.Probing.Dns;
using Weir.Probing.Dns.Delegation;
using Weir.Tests.Kit;

namespace Weir.Tests.Probing.Dns.Delegation;

/// <summary>A resolver and the servers of the zone shop.test, on loopback addresses that share one port.</summary>
internal sealed class World : IAsyncDisposable
{
    private readonly List<ScriptedNameServer> _resolvers = [];
    private readonly List<ScriptedNameServer> _authorities = [];

    public IEnumerable<AskedQuery> AskedDirectly => _authorities.SelectMany(server => server.Asked);

    private int Port => _authorities.Count > 0 ? _authorities[0].EndPoint.Port : 0;

    public void Authority(string address, Func<AskedQuery, byte[]?> script)
        => _authorities.Add(ScriptedNameServer.Start(script, address, Port));

    public NameServer Serve(Func<AskedQuery, byte[]?> script)
    {
        _resolvers.Add(ScriptedNameServer.Start(script));
        return _resolvers[^1].Server;
    }

    /// <summary>What a sound server of the zone answers.</summary>
    public static byte[] Own(AskedQuery query, uint serial) => query.Type == DnsReply.Soa
        ? Soa(DnsReply.To(query).Authoritative(), serial).Bytes()
        : DnsReply.To(query).Authoritative().Address(query.Name, "192.0.2.10").Bytes();

    public static DnsReply Soa(DnsReply reply, uint serial)
        => reply.Answer("shop.test", DnsReply.Soa, DnsReply.SoaData("ns1.test", "jane.shop.test", serial));

    /// <summary>
    /// A resolver that knows the zone; each server is <c>name:address</c>, the address may be missing.
    /// </summary>
    public NameServer Resolver(params string[] servers) => Serve(query => Resolve(query, "shop.test", servers));

    /// <summary>A resolver that gets no answer for what is below a zone.</summary>
    public NameServer ResolverThatFailsBelow(string zone, string server) => Serve(
        query => query.Name == zone || server.StartsWith(query.Name + ":", StringComparison.Ordinal)
            ? Resolve(query, zone, [server])
            : DnsReply.To(query).Code(2).Bytes());

    /// <summary>A resolver for which www.shop.test is an alias into another zone.</summary>
    public NameServer ResolverWithAlias(params string[] servers) => Serve(query => query.Name == "www.shop.test"
        ? DnsReply.To(query).Alias(query.Name, "edge.cdn.test")
            .Authority("cdn.test", DnsReply.Soa, DnsReply.SoaData("ns.cdn.test", "ops.cdn.test", 1)).Bytes()
        : Resolve(query, "shop.test", servers));

    public Task<DelegationView> WalkAsync(params NameServer[] resolvers)
    {
        Assert.True(HostName.TryParse("www.shop.test", out var name, out _));
        var walk = new DelegationWalk(ScriptedLookups.Client(), TimeProvider.System);
        var options = new DelegationOptions
        {
            AuthorityPort = Port,
            Spacing = TimeSpan.Zero,
            Recursive = ScriptedLookups.Patient,
            Direct = ScriptedLookups.Patient with { RecursionDesired = false, Timeout = TimeSpan.FromSeconds(2) },
        };
        return walk.WalkAsync(name, resolvers, options, TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var server in _resolvers.Concat(_authorities))
        {
            await server.DisposeAsync();
        }
    }

    private static byte[] Resolve(AskedQuery query, string zone, string[] servers)
    {
        var reply = DnsReply.To(query);
        var pairs = servers.Select(server => server.Split(':')).ToList();
        switch (query.Type)
        {
            case DnsReply.Ns when query.Name == zone:
                pairs.ForEach(pair => reply.Answer(zone, DnsReply.Ns, DnsReply.Name(pair[0])));
                break;
            case DnsReply.A when pairs.Find(pair => pair[0] == query.Name) is [_, { Length: > 0 } address]:
                reply.Address(query.Name, IPAddress.Parse(address).ToString());
                break;
            default:
                reply.Authority(zone, DnsReply.Soa, DnsReply.SoaData("ns1.test", "jane.shop.test", 1));
                break;
        }

        return reply.Bytes();
    }
}
