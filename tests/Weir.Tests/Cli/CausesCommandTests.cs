using System.Text.Json;
using Weir.Cli;
using Weir.Reports;
using Weir.Tests.Kit;
using Weir.Vocabulary;

namespace Weir.Tests.Cli;

public sealed class CausesCommandTests
{
    [Fact]
    public async Task Without_an_id_every_cause_is_listed()
    {
        var run = await CliRun.Of("causes");
        Assert.Equal((ExitCode.Healthy, ""), (run.Code, run.Error));
        Assert.Equal(CatalogueText.List(SampleKnowledge.All.Causes, TextStyle.Plain), run.Output);
    }

    [Fact]
    public async Task With_an_id_its_page_is_shown()
        => Assert.Equal(
            CatalogueText.Page(SampleKnowledge.All.Find(SampleKnowledge.Full)!, TextStyle.Plain),
            (await CliRun.Of($"causes {SampleKnowledge.Full}")).Output);

    [Fact]
    public async Task With_a_category_its_causes_are_listed()
    {
        using var json = JsonDocument.Parse((await CliRun.Of("causes dns --json")).Output);
        Assert.Equal("weir.causes/1", json.RootElement.GetProperty("schema").GetString());
        Assert.Equal(
            CauseList.Ids.Where(id => id.StartsWith("dns.", StringComparison.Ordinal)),
            json.RootElement.GetProperty("causes").EnumerateArray().Select(each => each.GetProperty("id").GetString()));
    }

    [Fact]
    public async Task In_Markdown_it_is_the_page_of_the_documentation()
        => Assert.Equal(
            CatalogueMarkdown.Page(SampleKnowledge.All.Find(SampleKnowledge.Full)!),
            (await CliRun.Of($"causes {SampleKnowledge.Full} --format markdown")).Output);

    [Theory]
    [InlineData("", true)]
    [InlineData("--no-color", false)]
    public async Task A_terminal_gets_colours_unless_they_are_not_wanted(string option, bool coloured)
        => Assert.Equal(coloured, (await OnTerminal(option, [])).Output.Contains('\e'));

    [Fact]
    public async Task NO_COLOR_and_a_dumb_terminal_get_none()
    {
        Assert.DoesNotContain('\e', (await OnTerminal("", new() { ["NO_COLOR"] = "1" })).Output);
        Assert.DoesNotContain('\e', (await OnTerminal("", new() { ["TERM"] = "dumb" })).Output);
        Assert.DoesNotContain('\e', (await CliRun.Of("causes")).Output);
    }

    [Theory]
    [InlineData("LANG", "en_US.UTF-8", true)]
    [InlineData("LC_ALL", "C", false)]
    public void The_locale_decides_whether_text_is_UTF_8(string variable, string value, bool isUtf8)
        => Assert.Equal(isUtf8, new Surroundings(
            Stream.Null, TextWriter.Null, false, () => 80, name => name == variable ? value : null).SpeaksUtf8);

    private static Task<CliRun> OnTerminal(string option, Dictionary<string, string> variables)
        => CliRun.Of(option.Length > 0 ? ["causes", option] : ["causes"], isTerminal: true, variables);
}
