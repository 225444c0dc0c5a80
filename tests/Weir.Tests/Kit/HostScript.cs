using System.Diagnostics;

namespace Weir.Tests.Kit;

/// <summary>
/// A small program in Perl, which every Debian has, that runs as a process of its own until the test ends it. It
/// prints a line when it is ready.
/// </summary>
internal sealed class HostScript : IDisposable
{
    private readonly Process _process;

    private HostScript(Process process) => _process = process;

    /// <summary>Its number.</summary>
    public int Id => _process.Id;

    /// <summary>What it printed when it was ready.</summary>
    public string FirstLine { get; private init; } = "";

    /// <summary>Starts it and waits for its first line.</summary>
    /// <param name="script">The text; <c>ready</c> and <c>stay</c> are there to be called.</param>
    /// <param name="before">Words that go before <c>perl</c>, such as <c>ip netns exec NAME</c>.</param>
    public static async Task<HostScript> StartAsync(string script, params string[] before)
    {
        string[] words =
        [
            .. before, Requires.Program("perl"), "-MIO::Socket::INET", "-MIO::Socket::UNIX", "-e",
            "$|=1; sub ready { print $_[0] // 'ready', \"\\n\" } sub stay { sleep 600 } " + script,
        ];
        var program = Path.IsPathRooted(words[0]) ? words[0] : Requires.Program(words[0]);
        var start = new ProcessStartInfo(program, words[1..])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var process = Process.Start(start)!;
        var line = await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        if (line is null)
        {
            var said = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            process.Dispose();
            Assert.Fail($"The script ended: {said}");
        }

        return new HostScript(process) { FirstLine = line! };
    }

    /// <summary>Waits for its end and gives its exit code; 128 and more is a signal.</summary>
    public async Task<int> EndAsync()
    {
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            _process.WaitForExit();
        }

        _process.Dispose();
    }
}
