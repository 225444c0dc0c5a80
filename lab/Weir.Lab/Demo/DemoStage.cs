using Weir.Lab.Faults;
using Weir.Probing;

namespace Weir.Lab.Demo;

/// <summary>A scene whose servers run. Disposing it ends them.</summary>
/// <param name="Url">What is asked for.</param>
/// <param name="Options">How it is looked at.</param>
/// <param name="Servers">The servers that belong to it.</param>
public sealed record DemoStage(string Url, ProbeOptions Options, params IAsyncDisposable[] Servers) : IAsyncDisposable
{
    /// <summary>A stage with one server, asked by its own address.</summary>
    public static DemoStage Of(Script script) => Of(FaultyServer.Start(script));

    /// <summary>The same with a server that runs already.</summary>
    public static DemoStage Of(FaultyServer server) => new(server.Url.ToString(), new ProbeOptions(), server);

    /// <summary>Ends the servers.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var server in Servers)
        {
            await server.DisposeAsync();
        }
    }
}
