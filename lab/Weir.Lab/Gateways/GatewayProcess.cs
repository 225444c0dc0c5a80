using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Weir.Lab.Gateways;

/// <summary>
/// A real gateway that runs as a child of this process, in a folder of its own, until it is disposed. It is stopped by
/// its own process id, its workers with it.
/// </summary>
public sealed class GatewayProcess : IAsyncDisposable
{
    /// <summary>A gateway that does not listen after this has failed; they start in under a second.</summary>
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(20);

    /// <summary>How often the port is tried meanwhile.</summary>
    private static readonly TimeSpan TryEvery = TimeSpan.FromMilliseconds(20);

    private readonly Process _process;
    private readonly OutputTail _output;

    private GatewayProcess(Process process, OutputTail output, string folder, int port)
        => (_process, _output, Folder, Port) = (process, output, folder, port);

    /// <summary>Where its configuration, logs and temporary files lie; deleted at the end.</summary>
    public string Folder { get; }

    /// <summary>The port that was waited for.</summary>
    public int Port { get; }

    /// <summary>The id of its first process.</summary>
    public int ProcessId => _process.Id;

    /// <summary>The last of what it wrote to its standard output and error.</summary>
    public string Output => _output.Text;

    /// <summary>The text of a file in its folder, such as <c>error.log</c>; empty while there is none.</summary>
    public string ReadFile(string name)
        => File.Exists(Path.Combine(Folder, name)) ? File.ReadAllText(Path.Combine(Folder, name)) : "";

    /// <summary>Stops it and deletes its folder.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync().ConfigureAwait(false);
        }

        _process.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    /// <summary>Starts a program in a folder and waits until its port takes connections.</summary>
    /// <exception cref="InvalidOperationException">It ended, or does not listen in time; the message has its
    /// output.</exception>
    internal static async Task<GatewayProcess> StartAsync(
        string program, IReadOnlyList<string> arguments, string folder, int port, CancellationToken stop)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        start.Environment["HOME"] = folder; // some keep their state there
        start.Environment["XDG_DATA_HOME"] = folder;
        start.Environment["XDG_CONFIG_HOME"] = folder;
        var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        var gateway = new GatewayProcess(process, new OutputTail(process), folder, port);
        try
        {
            await gateway.ListenAsync(stop).ConfigureAwait(false);
            return gateway;
        }
        catch
        {
            await gateway.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private async Task ListenAsync(CancellationToken stop)
    {
        using var limit = new CancellationTokenSource(StartLimit, TimeProvider.System); // a real process, a real clock
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, limit.Token);
        while (!await AcceptsAsync(either.Token).ConfigureAwait(false))
        {
            if (_process.HasExited || limit.IsCancellationRequested)
            {
                throw new InvalidOperationException($"{_process.StartInfo.FileName} does not listen: {Output}");
            }

            await Task.Delay(TryEvery, TimeProvider.System, stop).ConfigureAwait(false);
        }
    }

    private async Task<bool> AcceptsAsync(CancellationToken stop)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        try
        {
            await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, Port), stop).ConfigureAwait(false);
            return true;
        }
        catch (SocketException)
        {
            return false; // not yet
        }
    }
}
