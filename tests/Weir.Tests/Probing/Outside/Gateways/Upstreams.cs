using System.Net;
using Weir.Lab.Faults;
using Weir.Tests.Kit;

namespace Weir.Tests.Probing.Outside.Gateways;

/// <summary>Real upstreams, one for each fault.</summary>
public sealed class Upstreams : IAsyncDisposable
{
    /// <summary>More than every gateway here takes by default or is told to take.</summary>
    private const int HugeHead = 100 * 1024;

    private readonly TestCertificates _certificates = new(TimeProvider.System);
    private readonly ClosedPort _closed = new();
    private readonly ClosedPort _alsoClosed = new();
    private readonly FaultyNameServer _names = FaultyNameServer.Start(NameReply.NoSuchName());
    private readonly Dictionary<UpstreamFault, FaultyServer> _servers;

    public Upstreams() => _servers = new()
    {
        [UpstreamFault.Silent] = FaultyServer.NeverAccept(),
        [UpstreamFault.Hung] = FaultyServer.Start(Reply.HangBeforeHeaders()),
        [UpstreamFault.Closed] = FaultyServer.Start(Reply.CloseBeforeHeaders()),
        [UpstreamFault.Reset] = FaultyServer.Start(Reply.ResetBeforeHeaders()),
        [UpstreamFault.Garbage] = FaultyServer.Start(Reply.BadHeaderLine()),
        [UpstreamFault.HugeHead] = FaultyServer.Start(Reply.HugeHeader(HugeHead)),
        [UpstreamFault.PlainToTls] = FaultyServer.Start(
            new FaultyServerOptions { Tls = new TlsSettings(_certificates.Valid()) }, Reply.Ok()),
        [UpstreamFault.TlsToPlain] = FaultyServer.Start(Reply.PlainTextOnTls()),
        [UpstreamFault.Own500] = FaultyServer.Start(
            Reply.Status(500, "Internal Server Error", "Unhandled exception in cart.py\n")),
        [UpstreamFault.Own502] = FaultyServer.Start(
            Reply.Status(502, "Bad Gateway", "the cart service sent nothing useful\n")),
    };

    /// <summary>The port of the upstream with the fault.</summary>
    public int this[UpstreamFault fault] => _servers.TryGetValue(fault, out var server) ? server.Port : _closed.Port;

    /// <summary>Another port on which nothing listens.</summary>
    public int AlsoClosed => _alsoClosed.Port;

    /// <summary>A name server that knows no name.</summary>
    public IPEndPoint Names => _names.EndPoint;

    public async ValueTask DisposeAsync()
    {
        foreach (var server in _servers.Values)
        {
            await server.DisposeAsync();
        }

        await _names.DisposeAsync();
        _closed.Dispose();
        _alsoClosed.Dispose();
        _certificates.Dispose();
    }
}
