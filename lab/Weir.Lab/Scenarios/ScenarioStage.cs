using System.Collections.Immutable;
using Weir.Lab.Faults;
using Weir.Lab.Servers;
using Weir.Lab.Worlds;

namespace Weir.Lab.Scenarios;

/// <summary>
/// Where a scenario is built: a gateway's host that this machine reaches, and an application's host behind it. All of
/// it is removed at the end.
/// </summary>
public sealed class ScenarioStage : IAsyncDisposable
{
    /// <summary>The port that the applications of the scenarios listen on.</summary>
    public const int AppPort = 8080;

    /// <summary>A request of the traffic before a diagnosis that is not answered by then is left alone.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(6);

    private static readonly TimeSpan WaitLimit = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(20);

    private readonly List<IAsyncDisposable> kept = [];
    private readonly Lazy<Container> app;
    private readonly Lazy<NetworkLink> back;

    /// <summary>An empty stage.</summary>
    /// <param name="certificates">Good and bad certificates.</param>
    /// <param name="clock">The time.</param>
    /// <param name="stop">Ends the building.</param>
    public ScenarioStage(TestCertificates certificates, TimeProvider clock, CancellationToken stop)
    {
        (Certificates, Clock, Stop) = (certificates, clock, stop);
        Gateway = World.AddContainer("gateway", new ContainerOptions { Folders = Nginx.Folders });
        Front = World.Link(World.Here, Gateway);
        app = new(() => World.AddContainer("app", AppOptions));
        back = new(() => World.Link(Gateway, App));
    }

    /// <summary>The hosts and their cables.</summary>
    public NetworkWorld World { get; } = new();

    /// <summary>The gateway's host.</summary>
    public Container Gateway { get; }

    /// <summary>The cable from this machine to the gateway.</summary>
    public NetworkLink Front { get; }

    /// <summary>What the application's host has of its own; set before it is used.</summary>
    public ContainerOptions AppOptions { get; set; } = new();

    /// <summary>The application's host.</summary>
    public Container App => app.Value;

    /// <summary>The cable from the gateway to the application.</summary>
    public NetworkLink Back => back.Value;

    /// <summary>The application's address.</summary>
    public string AppAddress => Back.RightV4.ToString();

    /// <summary>Certificates.</summary>
    public TestCertificates Certificates { get; }

    /// <summary>The time.</summary>
    public TimeProvider Clock { get; }

    /// <summary>Ends the building.</summary>
    public CancellationToken Stop { get; }

    /// <summary>The path that is diagnosed.</summary>
    public string Path { get; set; } = "/";

    /// <summary>The URL that is diagnosed.</summary>
    public string Url => $"http://{Front.RightV4}{Path}";

    /// <summary>Keeps a thing until the end.</summary>
    public T Keep<T>(T thing)
        where T : IAsyncDisposable
    {
        kept.Add(thing);
        return thing;
    }

    /// <summary>Starts nginx with one site of these locations.</summary>
    public Task GatewayAsync(string locations, string http = "", string main = "", int connections = 512)
        => Nginx.StartAsync(
            Gateway, $"{http}\n    server {{\n        listen 80;\n        {locations}\n    }}", Stop, main,
            connections);

    /// <summary>Starts nginx in front of one upstream.</summary>
    public Task ProxyAsync(string upstream, string more = "")
        => GatewayAsync($"location / {{ proxy_pass {upstream}; {more} }}");

    /// <summary>Starts a script of Node on the application's host, which listens on the usual port.</summary>
    public Task<HostProgram> NodeAsync(string script)
    {
        _ = Back;
        return Node.StartAsync(App, script, Readiness.Port(AppPort), Stop);
    }

    /// <summary>Asks the site for a path; the status, 0 without an answer.</summary>
    public async Task<int> AskAsync(string path)
    {
        using var client = new HttpClient { Timeout = Patience };
        try
        {
            using var answer = await client.GetAsync(new Uri($"http://{Front.RightV4}{path}"), Stop)
                .ConfigureAwait(false);
            return (int)answer.StatusCode;
        }
        catch (Exception none) when (none is HttpRequestException or TaskCanceledException
            && !Stop.IsCancellationRequested)
        {
            return 0;
        }
    }

    /// <summary>Asks many times at once; the statuses.</summary>
    public async Task<ImmutableArray<int>> AskAsync(string path, int times)
        => [.. await Task.WhenAll(Enumerable.Range(0, times).Select(_ => AskAsync(path))).ConfigureAwait(false)];

    /// <summary>Sends requests whose answers are not waited for; they go on until the end.</summary>
    public void Request(string path, int times)
    {
        for (var number = 0; number < times; number++)
        {
            Keep(new OpenRequest(new Uri($"http://{Front.RightV4}{path}")));
        }
    }

    /// <summary>Waits until something is so; looks often, and not for longer than a start may take.</summary>
    public async Task UntilAsync(Func<bool> isSo)
    {
        ArgumentNullException.ThrowIfNull(isSo);
        using var limit = new CancellationTokenSource(WaitLimit, Clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(Stop, limit.Token);
        while (!isSo())
        {
            await Task.Delay(LookEvery, Clock, either.Token).ConfigureAwait(false);
        }
    }

    /// <summary>How many connections of a host's own port are established.</summary>
    public static int Established(NetworkHost host, int port)
    {
        ArgumentNullException.ThrowIfNull(host);
        var end = $":{port:X4}";
        return File.ReadLines(host.ProcOf("net/tcp")).Concat(File.ReadLines(host.ProcOf("net/tcp6")))
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Count(row => row.Length > 3 && row[3] == "01" && row[1].EndsWith(end, StringComparison.Ordinal));
    }

    /// <summary>Opens connections to a host's port from the gateway's seat and leaves them open.</summary>
    public void Hold(System.Net.IPAddress address, int port, int count)
    {
        for (var number = 0; number < count; number++)
        {
            Keep(HeldConnection.Open(Gateway, address, port));
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var thing in Enumerable.Reverse(kept))
        {
            await thing.DisposeAsync().ConfigureAwait(false);
        }

        World.Dispose();
    }
}
