using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Weir.Tests.Kit;

/// <summary>
/// Starts something on a thread in a network namespace of its own, where nothing is but loopback, down.
/// </summary>
internal static partial class SeparateNetwork
{
    private const int CloneNewNetwork = 0x40000000;

    /// <summary>
    /// Runs <paramref name="start"/> up to its first wait within the namespace: sockets that it opens stay there. Skips
    /// where namespaces are not allowed, and fails there in CI.
    /// </summary>
    public static async Task<T> RunAsync<T>(Func<Task<T>> start)
    {
        var started = new TaskCompletionSource<Task<T>?>(TaskCreationOptions.RunContinuationsAsynchronously);
        new Thread(() =>
        {
            try
            {
                started.SetResult(Unshare(CloneNewNetwork) == 0 ? start() : null);
            }
            catch (Exception error)
            {
                started.SetException(error);
            }
        }).Start();
        var running = await started.Task;
        const string Reason = "Network namespaces need root.";
        Assert.True(running is not null || Environment.GetEnvironmentVariable("CI") is null or "", Reason);
        Assert.SkipWhen(running is null, Reason);
        return await running!;
    }

    /// <summary>Runs a program within the namespace of the calling thread, and waits for its success.</summary>
    public static void Execute(string program, params string[] arguments)
    {
        using var process = Process.Start(Requires.Program(program), arguments);
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }

    [LibraryImport("libc", EntryPoint = "unshare", SetLastError = true)]
    private static partial int Unshare(int flags);
}
