using Weir.Reports;
using Weir.Tests.Kit;
using Diagnosed = Weir.Diagnosis.Diagnosis;

namespace Weir.Tests.Reports;

public sealed class ReportTextsTests
{
    /// <summary>What "not a wall of text" means for an ordinary fault.</summary>
    private const int MostLines = 47;

    public static TheoryData<string> Names => ["refused", "outside-timeout", "healthy", "expired", "cookies"];

    [Theory, MemberData(nameof(Names))]
    public void A_report_at_80_columns_is_the_approved_text(string name)
        => Approve.That(Text(name, 80, Detail.Usual), $"{name}.80.txt");

    [Theory, MemberData(nameof(Names))]
    public void A_report_at_60_columns_is_the_approved_text(string name)
        => Approve.That(Text(name, 60, Detail.Usual), $"{name}.60.txt");

    [Theory, MemberData(nameof(Names))]
    public void A_report_in_Markdown_is_the_approved_text(string name)
        => Approve.That(MarkdownReport.Of(Sample(name)), $"{name}.md");

    [Theory, MemberData(nameof(Names))]
    public void A_report_in_JSON_is_the_approved_text(string name)
        => Approve.That(JsonReport.Of(Sample(name)), $"{name}.json");

    [Theory, MemberData(nameof(Names))]
    public void A_verbose_report_is_the_approved_text(string name)
        => Approve.That(Text(name, 80, Detail.Verbose), $"{name}.verbose.txt");

    [Theory, MemberData(nameof(Names))]
    public void A_quiet_report_is_the_approved_text(string name)
        => Approve.That(Text(name, 120, Detail.Quiet), $"{name}.quiet.txt");

    [Fact]
    public void A_report_for_an_output_without_Unicode_is_ASCII()
    {
        var text = TextReport.Of(Samples.Refused, new TextStyle(80, Colour: false, Unicode: false), Detail.Usual);
        Assert.True(System.Text.Ascii.IsValid(text));
        Approve.That(text, "refused.ascii.txt");
    }

    [Fact]
    public void A_coloured_report_is_the_plain_one_with_colours()
    {
        var coloured = TextReport.Of(Samples.Refused, TextStyle.Plain with { Colour = true }, Detail.Usual);
        Assert.Contains("\e[31m", coloured);
        Assert.Equal(
            TextReport.Of(Samples.Refused, TextStyle.Plain, Detail.Usual),
            System.Text.RegularExpressions.Regex.Replace(coloured, "\e\\[[0-9]+m", ""));
    }

    [Theory, MemberData(nameof(Names))]
    public void A_usual_report_fits_a_screen_and_never_passes_its_width(string name)
    {
        var lines = TextReport.Of(Sample(name), TextStyle.Plain, Detail.Usual).TrimEnd('\n').Split('\n');
        Assert.InRange(lines.Length, 1, MostLines);
        Assert.All(lines, line => Assert.True(line.Length <= 80 && line == line.TrimEnd(), $"\"{line}\""));
    }

    private static string Text(string name, int width, Detail detail)
        => TextReport.Of(Sample(name), TextStyle.Plain with { Width = width }, detail);

    private static Diagnosed Sample(string name) => name switch
    {
        "refused" => Samples.Refused,
        "outside-timeout" => Samples.OutsideTimeout,
        "healthy" => Samples.Healthy,
        "expired" => Samples.Expired,
        "cookies" => Samples.Cookies,
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };
}
