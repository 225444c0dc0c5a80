using System.CommandLine;
using Weir.Cli;
using Weir.Tests.Kit;

namespace Weir.Tests.Cli;

public sealed class DoorTests
{
    [Theory]
    [InlineData("", "weir.txt")]
    [InlineData("--help", "weir-help.txt")]
    [InlineData("causes --help", "weir-causes-help.txt")]
    [InlineData("diagnose --help", "weir-diagnose-help.txt")]
    [InlineData("demo --help", "weir-demo-help.txt")]
    [InlineData("caus", "weir-unknown-command.txt")]
    [InlineData("--jsn", "weir-unknown-option.txt")]
    public async Task What_the_door_says_is_approved(string line, string name)
        => Approve.That((await CliRun.Of(line)).ToString(), name);

    [Theory]
    [InlineData("caus", "\"caus\" is no command. Did you mean \"causes\"? See weir --help.")]
    [InlineData("xyzzy", "\"xyzzy\" is no command. See weir --help.")]
    [InlineData("causes --jsn",
        "--jsn is no option of \"weir causes\". Did you mean \"--json\"? See weir causes --help.")]
    [InlineData("causes dns tls", "\"tls\" is one argument too many for \"weir causes\". See weir causes --help.")]
    [InlineData("causes --format jsn",
        "\"jsn\" is no format. Known: text, json, markdown. Did you mean \"json\"? See weir causes --help.")]
    [InlineData("causes --format html",
        "--format html arrives with the gateway's pages; until then text, json or markdown. See weir causes --help.")]
    [InlineData("causes --json --format text",
        "--json and --format contradict each other; give one of them. See weir causes --help.")]
    [InlineData("causes --quiet --verbose",
        "--verbose and --quiet contradict each other; give one of them. See weir causes --help.")]
    [InlineData("causes --timeout 20",
        "--timeout: \"20\" has no unit. Write 20s for seconds, or 20ms, 20m, 20h. See weir causes --help.")]
    [InlineData("causes --timeout 0s",
        "--timeout 0 leaves no time to look. Write for example 20s. See weir causes --help.")]
    [InlineData("causes @file", "\"@file\" is no cause. weir causes lists all of them.")]
    [InlineData("causes upstream.not-listenin",
        "\"upstream.not-listenin\" is no cause. Did you mean \"upstream.not-listening\"? "
        + "weir causes lists all of them.")]
    [InlineData("causes \e[2Jdns", "\"\\x1B[2Jdns\" is no cause. weir causes lists all of them.")]
    public async Task A_wrong_command_line_is_explained_in_one_line_on_stderr(string line, string message)
    {
        var run = await CliRun.Of(line);
        Assert.Equal((ExitCode.BadUsage, "", $"weir: {message}\n"), (run.Code, run.Output, run.Error));
    }

    [Fact]
    public async Task The_version_is_one_line()
        => Assert.Equal(new CliRun(ExitCode.Healthy, "weir 0.1.0\n", ""), await CliRun.Of("--version"));

    [Fact]
    public async Task An_interrupted_command_ends_with_3_and_one_line()
    {
        using var interrupted = new CancellationTokenSource();
        var run = await CliRun.Of(["wait"], more: Doing("wait", async cancelled =>
        {
            await interrupted.CancelAsync();
            cancelled.ThrowIfCancellationRequested();
        }), interruption: interrupted);
        Assert.Equal(new CliRun(ExitCode.CouldNotCheck, "", "weir: interrupted before it was finished\n"), run);
    }

    [Fact]
    public async Task A_fault_of_our_own_is_told_and_never_looks_like_an_answer()
    {
        var run = await CliRun.Of(["fail"], more: Doing("fail", _ => throw new InvalidOperationException("oh")));
        Assert.Equal((ExitCode.CouldNotCheck, ""), (run.Code, run.Output));
        Assert.StartsWith("weir: this is a fault of weir itself, please report it: ", run.Error);
    }

    private static Command Doing(string name, Func<CancellationToken, Task> act)
    {
        var command = new Command(name);
        command.SetAction((_, cancelled) => act(cancelled));
        return command;
    }
}
