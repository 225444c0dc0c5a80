using System.CommandLine;
using Weir.Cli;
using Weir.Reports;
using Weir.Tests.Kit;
using Weir.Tests.Reports;

namespace Weir.Tests.Cli;

public sealed class ReportOptionsTests
{
    [Fact]
    public async Task Without_options_a_report_is_text_with_the_usual_limits()
        => Assert.Equal(
            new ReportOptions(
                ReportFormat.Text, File: null, Detail.Usual, WantsColour: true,
                Since: TimeSpan.FromMinutes(15), Timeout: TimeSpan.FromSeconds(20)),
            await Read(""));

    [Fact]
    public async Task Every_option_is_read()
        => Assert.Equal(
            new ReportOptions(
                ReportFormat.Json, "x.json", Detail.Verbose, WantsColour: false,
                Since: TimeSpan.FromHours(2), Timeout: TimeSpan.FromMilliseconds(250)),
            await Read("--json --output x.json --verbose --no-color --since 2h --timeout 250ms"));

    [Fact]
    public async Task Saying_json_twice_is_no_contradiction()
        => Assert.Equal(ReportFormat.Json, (await Read("--json --format json")).Format);

    [Theory]
    [InlineData("--format text", "refused.80.txt")]
    [InlineData("--quiet", "refused.quiet.txt")]
    [InlineData("--json", "refused.json")]
    [InlineData("--format markdown", "refused.md")]
    public async Task Each_format_has_its_face(string line, string approved)
        => Approve.That((await Read(line)).Face(Samples.Refused, TextStyle.Plain), approved);

    [Fact]
    public async Task The_help_of_a_command_that_looks_is_approved()
        => Approve.That((await CliRun.Of(["look", "--help"], more: Look(_ => { }))).ToString(), "weir-look-help.txt");

    private static async Task<ReportOptions> Read(string line)
    {
        ReportOptions? read = null;
        var run = await CliRun.Of(
            ["look", .. line.Split(' ', StringSplitOptions.RemoveEmptyEntries)],
            more: Look(options => read = options));
        Assert.Equal("", run.Error);
        return read!;
    }

    private static Command Look(Action<ReportOptions> seen)
    {
        var command = new Command("look", "Looks at nothing");
        var options = new ReportOptionSet(command, looks: true, usualSince: TimeSpan.FromMinutes(15));
        command.SetAction(parsed =>
        {
            seen(options.Read(parsed));
            return 0;
        });
        return command;
    }
}
