using System.ComponentModel;
using System.Diagnostics;

namespace Weir.Tests.Lab;

/// <summary>curl as an independent witness of what is on the wire.</summary>
internal static class Curl
{
    // Long enough for a busy machine, and below the limit of a test run.
    private const string Limit = "30";

    /// <summary>Runs curl and returns its exit code (its manual, "EXIT CODES") and what it printed.</summary>
    public static async Task<(int Code, string Output)> RunAsync(params string[] arguments)
    {
        var stop = TestContext.Current.CancellationToken;
        using var process = Start(arguments);
        var output = process.StandardOutput.ReadToEndAsync(stop);
        var errors = process.StandardError.ReadToEndAsync(stop);
        await process.WaitForExitAsync(stop);
        return (process.ExitCode, await output + await errors);
    }

    private static Process Start(string[] arguments)
    {
        // -q first: the user's own .curlrc has no part in this.
        var start = new ProcessStartInfo("curl", ["-q", "-sS", "--noproxy", "*", "--max-time", Limit, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception problem)
        {
            Assert.Skip($"curl cannot be started: {problem.Message}");
            throw;
        }
    }
}
