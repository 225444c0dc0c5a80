using System.Net;
using Weir.Lab.Worlds;
using Weir.Probing.Tcp;
using Weir.Tests.Kit;

namespace Weir.Tests.Probing.Tcp;

/// <summary>A chain of this machine, two routers and a server.</summary>
public sealed class PathTracerTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(TraceMethod.Udp, false)]
    [InlineData(TraceMethod.Udp, true)]
    [InlineData(TraceMethod.Tcp, false)]
    [InlineData(TraceMethod.Tcp, true)]
    public async Task Every_hop_of_a_chain_answers_up_to_the_target(TraceMethod method, bool v6)
    {
        Requires.NetworkNamespaces();
        using var chain = new RouterChain();
        using var listener = chain.Server.Listen(8080);

        var trace = await Trace(chain.Target(v6, 8080), method);

        Assert.Equal(PathEnd.Target, trace.End);
        Assert.Equal(chain.Path(v6), trace.Hops.Select(hop => hop.Address));
        Assert.Equal(
            [HopAnswer.Router, HopAnswer.Router, HopAnswer.Target], trace.Hops.Select(hop => hop.Answer));
        Assert.All(trace.Hops, hop => Assert.NotNull(hop.RoundTrip));
        Assert.False(trace.HasLoop);
    }

    [Fact]
    public async Task A_closed_port_proves_the_target_too()
    {
        Requires.NetworkNamespaces();
        using var chain = new RouterChain();

        var trace = await Trace(chain.Target(v6: false, 9999), TraceMethod.Tcp);

        Assert.True(trace.Reached);
        Assert.Equal(3, trace.LastAnswering!.Distance);
    }

    [Fact]
    public async Task A_drop_at_the_last_router_ends_in_silence_behind_the_last_hop_that_answers()
    {
        Requires.NetworkNamespaces();
        using var chain = new RouterChain();
        chain.Second.Run("iptables -w 5 -A FORWARD -j DROP");

        var trace = await Trace(chain.Target(v6: false, 8080), TraceMethod.Tcp);

        Assert.Equal(PathEnd.Silence, trace.End);
        Assert.Equal(chain.Path(v6: false)[1], trace.LastAnswering!.Address);
    }

    [Fact]
    public async Task A_reject_on_the_way_names_the_router_that_refuses()
    {
        Requires.NetworkNamespaces();
        using var chain = new RouterChain();
        chain.Second.Run("iptables -w 5 -A FORWARD -j REJECT --reject-with icmp-admin-prohibited");

        var trace = await Trace(chain.Target(v6: false, 8080), TraceMethod.Tcp);

        Assert.Equal(PathEnd.Refusal, trace.End);
        Assert.Equal(chain.Path(v6: false)[1], trace.Hops[^1].Address);
        Assert.True(trace.Hops[^1].Icmp!.Prohibits);
    }

    [Fact]
    public async Task Packets_that_go_in_a_circle_are_a_loop()
    {
        Requires.NetworkNamespaces();
        using var chain = new RouterChain();
        chain.LoopBackFrom(chain.Second);

        var trace = await Trace(chain.Target(v6: false, 8080), TraceMethod.Udp);

        Assert.True(trace.HasLoop);
        Assert.False(trace.Reached);
    }

    [Fact]
    public async Task Without_a_route_nothing_is_sent()
    {
        Requires.NetworkNamespaces();
        using var world = new NetworkWorld();
        var host = world.AddHost("alone");
        var target = new IPEndPoint(IPAddress.Parse("198.51.100.1"), 80);

        var trace = await host.Inside(() => Trace(target, TraceMethod.Udp));

        Assert.Equal(PathEnd.NotSent, trace.End);
        Assert.Equal(Errno.ENETUNREACH, trace.Hops.Single().SendErrno);
    }

    [Fact]
    public async Task The_whole_trace_is_bounded_in_time()
    {
        Requires.NetworkNamespaces();
        using var chain = new RouterChain();
        chain.Second.Run("iptables -w 5 -A FORWARD -j DROP");
        var request = new TraceRequest(chain.Target(v6: false, 8080), TraceMethod.Tcp)
        {
            Limit = TimeSpan.FromMilliseconds(300),
        };

        var trace = await PathTracer.RunAsync(request, TimeProvider.System, Stop);

        Assert.Equal(PathEnd.TimeLimit, trace.End);
        Assert.Equal(chain.Path(v6: false)[1], trace.LastAnswering!.Address);
    }

    private static Task<PathTrace> Trace(IPEndPoint target, TraceMethod method)
        => PathTracer.RunAsync(new TraceRequest(target, method), TimeProvider.System, Stop);

    /// <summary>this machine ── first ── second ── server</summary>
    private sealed class RouterChain : IDisposable
    {
        private readonly NetworkWorld _world = new();
        private readonly NetworkLink _near;
        private readonly NetworkLink _middle;
        private readonly NetworkLink _far;

        public RouterChain()
        {
            First = _world.AddHost("first").Forward();
            Second = _world.AddHost("second").Forward();
            Server = _world.AddHost("server");
            _near = _world.Link(_world.Here, First);
            _middle = _world.Link(First, Second);
            _far = _world.Link(Second, Server);

            Routes("ip", link => $"{link.LeftV4}/30", link => (link.LeftV4, link.RightV4));
            Routes("ip -6", link => $"{link.LeftV6}/126", link => (link.LeftV6, link.RightV6));
        }

        public NetworkHost First { get; }

        public NetworkHost Second { get; }

        public NetworkHost Server { get; }

        public IPEndPoint Target(bool v6, int port) => new(v6 ? _far.RightV6 : _far.RightV4, port);

        public IPAddress[] Path(bool v6) => v6
            ? [_near.RightV6, _middle.RightV6, _far.RightV6]
            : [_near.RightV4, _middle.RightV4, _far.RightV4];

        public void LoopBackFrom(NetworkHost second)
            => second.Run($"ip route add {_far.RightV4}/32 via {_middle.LeftV4}");

        public void Dispose() => _world.Dispose();

        private void Routes(
            string ip, Func<NetworkLink, string> network, Func<NetworkLink, (IPAddress Left, IPAddress Right)> ends)
        {
            _world.Here.Run($"{ip} route add {NetworkOf(network(_far))} via {ends(_near).Right}");
            First.Run($"{ip} route add {NetworkOf(network(_far))} via {ends(_middle).Right}");
            Second.Run($"{ip} route add {NetworkOf(network(_near))} via {ends(_middle).Left}");
            Server.Run($"{ip} route add {NetworkOf(network(_near))} via {ends(_far).Left}");
        }

        /// <summary>The network of the first address of a link.</summary>
        private static string NetworkOf(string first)
        {
            var slash = first.IndexOf('/', StringComparison.Ordinal);
            var bytes = IPAddress.Parse(first[..slash]).GetAddressBytes();
            bytes[^1]--;
            return $"{new IPAddress(bytes)}{first[slash..]}";
        }
    }
}
