using Weir.Cli;

namespace Weir.Tests.Cli;

public sealed class OutputTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("weir-output-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_report_in_a_file_leaves_stdout_empty_and_nothing_else_behind()
    {
        var file = At("report.json");
        await File.WriteAllTextAsync(file, "old", TestContext.Current.CancellationToken);
        var run = await CliRun.Of(["causes", "dns", "--json", "--output", file]);
        Assert.Equal(new CliRun(ExitCode.Healthy, "", ""), run);
        Assert.Equal((await CliRun.Of("causes dns --json")).Output, Text(file));
        Assert.Equal([file], Directory.GetFileSystemEntries(folder));
    }

    [Fact]
    public async Task A_link_stays_a_link_to_the_new_report()
    {
        File.WriteAllText(At("real"), "old");
        File.CreateSymbolicLink(At("link"), At("real"));
        await CliRun.Of(["causes", "dns", "--output", At("link")]);
        Assert.NotNull(new FileInfo(At("link")).LinkTarget);
        Assert.StartsWith("dns", Text(At("real")));
    }

    [Fact]
    public async Task A_file_that_cannot_be_written_ends_with_3_and_the_reason()
    {
        var missing = At("missing/report.txt");
        Assert.Equal(
            new CliRun(ExitCode.CouldNotCheck, "", $"weir: {missing} cannot be written: its folder does not exist.\n"),
            await CliRun.Of(["causes", "--output", missing]));
        Assert.Equal(
            new CliRun(ExitCode.CouldNotCheck, "", $"weir: {folder} cannot be written: it is a folder.\n"),
            await CliRun.Of(["causes", "--output", folder]));
    }

    [Fact]
    public void A_report_that_is_never_written_leaves_the_old_one_in_place()
    {
        File.WriteAllText(At("report"), "old");
        var surroundings = new Surroundings(Stream.Null, TextWriter.Null, false, () => 80, _ => null);
        var options = new ReportOptions(
            ReportFormat.Text, At("report"), Weir.Reports.Detail.Usual, true, null, TimeSpan.FromSeconds(1));
        Output.Open(options, surroundings).Dispose();
        Assert.Equal("old", Text(At("report")));
        Assert.Equal([At("report")], Directory.GetFileSystemEntries(folder));
    }

    [Fact]
    public async Task A_device_is_written_to_and_not_replaced()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "only where there is a device that is always full");
        Assert.Equal(ExitCode.Healthy, (await CliRun.Of("causes --output /dev/null")).Code);
        var full = await CliRun.Of("causes --output /dev/full");
        Assert.Equal(ExitCode.CouldNotCheck, full.Code);
        Assert.StartsWith("weir: /dev/full cannot be written: ", full.Error);
        Assert.True(File.Exists("/dev/null"));
    }

    private string At(string name) => Path.Combine(folder, name);

    private static string Text(string file) => File.ReadAllText(file);
}
