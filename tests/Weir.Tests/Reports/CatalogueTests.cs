using Weir.Reports;
using Weir.Tests.Kit;

namespace Weir.Tests.Reports;

public sealed class CatalogueTests
{
    [Theory]
    [InlineData(80)]
    [InlineData(60)]
    public void The_page_of_a_cause_is_the_approved_text(int width)
        => Approve.That(
            CatalogueText.Page(SampleKnowledge.All.Find(SampleKnowledge.Full)!, TextStyle.Plain with { Width = width }),
            $"cause.{width}.txt");

    [Fact]
    public void The_list_of_causes_is_the_approved_text()
        => Approve.That(CatalogueText.List(SampleKnowledge.All.Causes, TextStyle.Plain), "causes.80.txt");

    [Fact]
    public void The_JSON_of_a_cause_is_the_approved_text()
        => Approve.That(CatalogueJson.Of([SampleKnowledge.All.Find(SampleKnowledge.Full)!]), "cause.json");
}
