using System.Collections.Frozen;
using Weir.Lab.Gateways;
using Weir.Probing;
using Told = global::Weir.Diagnosis.Diagnosis;

namespace Weir.Tests.Probing.Outside.Gateways;

/// <summary>One real gateway with a site for every fault, each on a port of its own, all looked at.</summary>
public abstract class FaultyGateway : IAsyncLifetime
{
    private readonly Upstreams _upstreams = new();
    private readonly SideBySide _sideBySide = new();
    private FrozenDictionary<UpstreamFault, Task<Told>> _looks = FrozenDictionary<UpstreamFault, Task<Told>>.Empty;
    private GatewayProcess? _gateway;

    /// <summary>The diagnosis of the site with the fault.</summary>
    public Task<Told> this[UpstreamFault fault] => _looks[fault];

    public async ValueTask InitializeAsync()
    {
        var ports = Enum.GetValues<UpstreamFault>().ToFrozenDictionary(fault => fault, _ => LoopbackPort.Free());
        var sites = ports.Select(site => SiteOf(site.Key, site.Value, _upstreams));
        _gateway = await StartAsync(
            string.Join("\n", sites), ports[default], TestContext.Current.CancellationToken);
        _looks = ports.ToFrozenDictionary(
            site => site.Key, site => _sideBySide.Begin(stop => LookAsync(site.Value, stop)));
    }

    public async ValueTask DisposeAsync()
    {
        await _sideBySide.DisposeAsync();
        if (_gateway is not null)
        {
            await _gateway.DisposeAsync();
        }

        await _upstreams.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>The part of the configuration that serves <paramref name="fault"/> on the port.</summary>
    protected abstract string SiteOf(UpstreamFault fault, int port, Upstreams upstreams);

    /// <summary>Starts the gateway with all its sites.</summary>
    protected abstract Task<GatewayProcess> StartAsync(string sites, int port, CancellationToken stop);

    private static async Task<Told> LookAsync(int port, CancellationToken stop)
    {
        // What a gateway remembers of its upstreams it learns by the first request.
        await Kit.RawHttp.GetAsync(port, stop);
        return await Look.BesideAsync($"http://127.0.0.1:{port}/", new ProbeOptions(), stop);
    }
}
