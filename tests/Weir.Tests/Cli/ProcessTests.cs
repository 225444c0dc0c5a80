using System.Diagnostics;

namespace Weir.Tests.Cli;

/// <summary>What only a real process shows: its streams, its exit code, a reader that goes away.</summary>
public sealed class ProcessTests
{
    private static readonly string Program = Path.Combine(
        AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "weir.exe" : "weir");

    [Theory]
    [InlineData("--version", 0, "weir 0.1.0\n", "")]
    [InlineData("caus", 2, "", "weir: \"caus\" is no command. Did you mean \"causes\"? See weir --help.\n")]
    public async Task The_program_answers_with_its_streams_and_its_exit_code(
        string arguments, int code, string output, string error)
    {
        using var process = Start(Program, arguments);
        var said = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var complained = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal((code, output, error), (process.ExitCode, await said, await complained));
    }

    [Fact]
    public async Task A_reader_that_went_away_is_no_reason_to_complain()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "pipes of a shell");
        using var process = Start("/bin/sh", $"-c \"'{Program}' --help | true\"");
        Assert.Equal("", await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, process.ExitCode);
    }

    private static Process Start(string program, string arguments)
        => Process.Start(new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
}
