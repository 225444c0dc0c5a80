using System.Diagnostics;
using Weir.Lab.Gateways;

namespace Weir.Lab.Worlds;

/// <summary>A real program that runs on a host of a world until it is disposed, or its world is.</summary>
public sealed class HostProgram : IAsyncDisposable
{
    /// <summary>A program that is not ready after this has failed; they start in a second or two.</summary>
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(20);

    /// <summary>How long it may take to end by itself before it is killed.</summary>
    private static readonly TimeSpan EndLimit = TimeSpan.FromSeconds(2);

    /// <summary>How often it is looked at meanwhile.</summary>
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(15);

    private readonly Process _process;
    private readonly OutputTail _output;
    private readonly bool _wrapped;
    private bool _disposed;

    private HostProgram(NetworkHost host, Process process)
    {
        (Host, _process, _output, _wrapped) = (host, process, new OutputTail(process), host is Container);
        ProcessId = process.Id;
    }

    /// <summary>Where it runs.</summary>
    public NetworkHost Host { get; }

    /// <summary>The id of its first process, as this machine counts.</summary>
    public int ProcessId { get; private set; }

    /// <summary>Whether it has ended.</summary>
    public bool HasEnded => _process.HasExited;

    /// <summary>The last of what it wrote to its standard output and error.</summary>
    public string Output => _output.Text;

    /// <summary>Sends a signal to its first process, such as <c>STOP</c>, <c>KILL</c> or <c>TERM</c>.</summary>
    public void Signal(string name)
    {
        SystemTool.Run("kill", "-" + name, ChildProcess.Text(ProcessId));
        if (_wrapped && name is "CONT" or "KILL")
        {
            // nsenter stops itself with the program, and then neither goes on nor sees its end.
            SystemTool.Run("kill", "-CONT", ChildProcess.Text(_process.Id));
        }
    }

    /// <summary>Waits for its end and gives its exit code; 128 and more is a signal.</summary>
    public async Task<int> EndAsync(CancellationToken stop)
    {
        await _process.WaitForExitAsync(stop).ConfigureAwait(false);
        return _process.ExitCode;
    }

    /// <summary>Ends it, gently first.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_disposed && !HasEnded)
        {
            try
            {
                Signal("CONT");
                Signal("TERM");
                using var limit = new CancellationTokenSource(EndLimit, TimeProvider.System);
                await _process.WaitForExitAsync(limit.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                _process.Kill(entireProcessTree: true);
                await _process.WaitForExitAsync().ConfigureAwait(false);
            }
            catch (InvalidOperationException gone)
            {
                Trace.WriteLine(gone.Message); // it ended by itself meanwhile
            }
        }

        _disposed = true;
        _process.Dispose();
    }

    /// <summary>
    /// Ends what started it, outside of its container; the container ends the program itself. A wrapper that is
    /// stopped would else outlive both, and keep the kernel from ending the container.
    /// </summary>
    internal void EndWrapper()
    {
        if (!_disposed && !HasEnded)
        {
            _process.Kill();
        }
    }

    internal static async Task<HostProgram> StartAsync(
        NetworkHost host, ProcessStartInfo start, Readiness readiness, CancellationToken stop)
    {
        var process = Process.Start(start) ?? throw new InvalidOperationException($"{start.FileName} did not start.");
        process.StandardInput.Close();
        var program = new HostProgram(host, process);
        (host as Container)?.Own(program);
        try
        {
            await program.BecomeAsync(readiness, stop).ConfigureAwait(false);
            return program;
        }
        catch
        {
            await program.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private async Task BecomeAsync(Readiness readiness, CancellationToken stop)
    {
        using var limit = new CancellationTokenSource(StartLimit, TimeProvider.System); // a real process, a real clock
        while (!IsInside() || !readiness.Reached(this))
        {
            if (HasEnded || limit.IsCancellationRequested)
            {
                await SettleAsync().ConfigureAwait(false);
                throw new InvalidOperationException(
                    $"\"{string.Join(' ', _process.StartInfo.ArgumentList)}\" on {Host.Name} has not come so far that"
                    + $" it {readiness}: {Output}");
            }

            await Task.Delay(LookEvery, TimeProvider.System, stop).ConfigureAwait(false);
        }
    }

    /// <summary>Reads the last words of a program that has ended.</summary>
    private async Task SettleAsync()
    {
        if (HasEnded)
        {
            using var limit = new CancellationTokenSource(EndLimit, TimeProvider.System);
            await _process.WaitForExitAsync(limit.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Whether nsenter has made the process that lives in the container.</summary>
    private bool IsInside()
    {
        if (_wrapped && ProcessId == _process.Id && ChildProcess.Of(_process.Id) is { } child)
        {
            ProcessId = child;
        }

        return !_wrapped || ProcessId != _process.Id;
    }
}
