using Weir.Knowledge;
using Weir.Reports;
using Weir.Tests.Kit;
using Weir.Vocabulary;

namespace Weir.Tests.Reports;

/// <summary>
/// The pages that are made from the knowledge. After a change in <c>causes/</c> or the vocabulary, make them anew with
/// <code>WEIR_APPROVE=1 dotnet run --project tests/Weir.Tests -- -class Weir.Tests.Reports.DocumentationTests</code>
/// </summary>
public sealed class DocumentationTests
{
    private static readonly Lazy<IReadOnlyList<CauseKnowledge>> Causes = new(Read);

    public static TheoryData<string> Ids => [.. Causes.Value.Select(cause => cause.Id)];

    [Theory, MemberData(nameof(Ids))]
    public void The_page_of_a_cause_is_up_to_date(string id)
        => Approve.Same(
            CatalogueMarkdown.Page(Causes.Value.Single(cause => cause.Id == id)),
            Repository.At("docs", "causes", $"{id}.md"));

    [Fact]
    public void The_index_of_causes_is_up_to_date()
        => Approve.Same(CatalogueMarkdown.Index(Causes.Value), Repository.At("docs", "causes", "README.md"));

    [Fact]
    public void The_table_of_failures_is_up_to_date()
        => Approve.Same(CatalogueMarkdown.Failures(Causes.Value), Repository.At("docs", "failures.md"));

    [Fact]
    public void No_page_is_left_of_a_cause_that_is_gone()
    {
        var pages = Directory.CreateDirectory(Repository.At("docs", "causes")).GetFiles("*.*.md");
        var orphans = pages.Where(page => !File.Exists(Repository.At("causes", page.Name))).ToList();
        if (Approve.Rewrites)
        {
            orphans.ForEach(page => page.Delete());
            return;
        }

        Assert.Empty(orphans);
    }

    // File by file, so that a mistake in one does not hide the pages of the others.
    private static List<CauseKnowledge> Read()
    {
        List<KnowledgeProblem> problems = [];
        return [.. CauseList.Ids
            .Where(id => File.Exists(Repository.At("causes", $"{id}.md")))
            .Select(id => new CauseFile($"{id}.md", problems).Read(id, Text(id)))
            .OfType<CauseKnowledge>()];
    }

    private static string Text(string id) => File.ReadAllText(Repository.At("causes", $"{id}.md"));
}
