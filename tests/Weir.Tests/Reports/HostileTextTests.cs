using System.Globalization;
using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Weir.Reports;
using Diagnosed = Weir.Diagnosis.Diagnosis;

namespace Weir.Tests.Reports;

public sealed class HostileTextTests
{
    private static readonly Arbitrary<string> Texts = Arb.From(
        Gen.OneOf(
                Gen.Choose(0, 0xffff).Select(code => ((char)code).ToString()),
                Gen.Choose(0, 0xff).Select(code => ((char)code).ToString()),
                Gen.Elements(
                    "\e[2J", "\e]0;x\a", "\u202E", "\u2028", "😀", "漢字", " ", "\r\n", "|", "`", "\u009b31m", "\ud800"))
            .ListOf().Select(string.Concat));

    [Fact]
    public void Nothing_that_moves_a_cursor_or_hides_text_comes_out_of_a_report()
        => Prop.ForAll(Texts, text => Array.TrueForAll(Faces(With(text)), face => face.All(IsSafe)))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void No_line_of_a_text_report_passes_its_width()
        => Prop.ForAll(Texts, Arb.From(Gen.Choose(60, 120)), (text, width) =>
                TextReport.Of(With(text), TextStyle.Plain with { Width = width }, Detail.Verbose)
                    .Split('\n').All(line => CellWidth.Of(line) <= width))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void JSON_stays_JSON_and_keeps_the_text()
        => Prop.ForAll(Texts, text =>
            {
                using var json = JsonDocument.Parse(JsonReport.Of(With(text)));
                var says = json.RootElement.GetProperty("evidence")[0].GetProperty("says").GetString();
                return says == SecretMask.Apply(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)));
            })
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Hostile_text_adds_no_line_to_Markdown()
    {
        var lines = MarkdownReport.Of(With("x")).Count(letter => letter == '\n');
        Prop.ForAll(Texts, text => MarkdownReport.Of(With(text + "x")).Count(letter => letter == '\n') == lines)
            .QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("a|b", "a&#124;b")]
    [InlineData("- item", "\\- item")]
    [InlineData("1. item", "1\\. item")]
    [InlineData("<img src=x>", "\\<img src=x\\>")]
    [InlineData("see http://x/ and www.x.example", "see http\\://x/ and www\\.x.example")]
    [InlineData("![x](y) *b* _i_ # h @all", "\\!\\[x\\](y) \\*b\\* \\_i\\_ \\# h \\@all")]
    [InlineData("one\ntwo", "one\\\\x0Atwo")]
    public void Markdown_in_untrusted_text_stays_text(string text, string written)
        => Assert.Equal(written, MarkdownText.Plain(text));

    [Theory]
    [InlineData("look at `ss -ltn` now", "look at `ss -ltn` now")]
    [InlineData("`a` or `b|c`", "`a` or b&#124;c")]
    [InlineData("one ` alone *", "one \\` alone \\*")]
    public void Code_of_the_knowledge_stays_code(string text, string written)
        => Assert.Equal(written, MarkdownText.Prose(text));

    [Fact]
    public void A_very_long_text_is_cut()
        => Assert.InRange(JsonReport.Of(With(new string('x', 1_000_000))).Length, 1, 100_000);

    private static bool IsSafe(char letter) => letter == '\n' || char.GetUnicodeCategory(letter) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
        or UnicodeCategory.ParagraphSeparator);

    private static string[] Faces(Diagnosed diagnosis) =>
    [
        TextReport.Of(diagnosis, TextStyle.Plain, Detail.Verbose),
        TextReport.Of(diagnosis, TextStyle.Plain with { Unicode = false }, Detail.Usual),
        MarkdownReport.Of(diagnosis),
        JsonReport.Of(diagnosis),
    ];

    private static Diagnosed With(string text) => Samples.Refused with
    {
        Target = $"http://x/{text}",
        AnsweredBy = new(text, text, text, true),
        Causes = [Samples.Refused.Causes[0] with { Title = text, Summary = text, AdminRemedies = [text] }],
        Evidence = [Samples.Refused.Evidence[1] with { Hop = text, Says = text, Data = new() { ["x"] = text } }],
        Skipped = [new(text, text, text)],
        Next = [text],
        Steps = [new(text, null, text)],
        Contacts = [text],
        Path = [new("you", text, Weir.Diagnosis.LinkState.Well), new("app", text, Weir.Diagnosis.LinkState.Broken)],
    };
}
