using System.Text;
using Weir.Diagnosis;
using Weir.Knowledge;
using Weir.Vocabulary;
using static Weir.Reports.CatalogueWords;

namespace Weir.Reports;

/// <summary>
/// The catalogue of causes as the pages of <c>docs/</c>. The knowledge is our own Markdown, so its texts are taken
/// over as they are.
/// </summary>
public static class CatalogueMarkdown
{
    private const string Made = "<!-- Made from causes/ and the vocabulary; how to make it anew stands in "
        + "tests/Weir.Tests/Reports/DocumentationTests.cs. -->\n\n";

    /// <summary>The index: one row a cause.</summary>
    public static string Index(IEnumerable<CauseKnowledge> causes)
    {
        var page = new StringBuilder("# Causes\n\n").Append(Made)
            .Append("Why a site gives 502, 503 or 504, or never answers. What happens on the wire stands in ")
            .Append("[failures](../failures.md).\n");
        foreach (var category in causes.GroupBy(cause => cause.Category))
        {
            page.Append($"\n## {category.Key}\n\n| cause | in one line |\n|---|---|\n");
            page.AppendJoin("", category.Select(cause => $"| {Link(cause.Id)} | {Cell(cause.Title)} |\n"));
        }

        return page.ToString();
    }

    /// <summary>The page of one cause.</summary>
    public static string Page(CauseKnowledge cause)
    {
        var page = new StringBuilder($"# {Manual(cause.Title)}\n\n").Append(Made).Append($"`{cause.Id}`\n");
        page.AppendJoin("", cause.Explanation.Select(paragraph => $"\n{Manual(paragraph)}\n"));
        AppendTables(page, cause);
        AppendRelatives(page, cause);
        page.Append("\n## What a visitor can do\n\n");
        page.AppendJoin("", cause.VisitorRemedies.Select(remedy => $"- {Manual(remedy)}\n"));
        page.Append("\n## What the administrator can do\n");
        foreach (var product in Remedies(cause))
        {
            page.Append($"\n### {Product(product.Key)}\n\n").AppendJoin("", product.Select(remedy => $"- {remedy}\n"));
        }

        return page.ToString();
    }

    /// <summary>The table of every failure: what it means, its RFC 9209 error, and which causes show so.</summary>
    public static string Failures(IReadOnlyCollection<CauseKnowledge> causes)
    {
        var page = new StringBuilder("# Failures\n\n").Append(Made)
            .Append("What happens on the wire at one hop. Why it happens stands in [causes](causes/README.md). ")
            .Append("*Status* is what a gateway should answer (RFC 9209 section 2.3); *sent again* says when a ")
            .Append("gateway may send the same request again (RFC 9110 section 9.2.2).\n\n")
            .Append("| failure | what it means | RFC 9209 error | status | phase | sent again ")
            .Append("| causes that show so |\n")
            .Append("|---|---|---|---|---|---|---|\n");
        foreach (var failure in Enum.GetValues<Failure>())
        {
            var traits = failure.Traits();
            var error = traits.ProxyError is { } known ? $"`{Spelling.Snake(known)}`" : "none: `received-status`";
            var status = traits.Status == 0 ? "as received" : $"{traits.Status}";
            var shown = causes.Where(cause => cause.ShowsAs.ContainsKey(failure))
                .OrderByDescending(cause => cause.ShowsAs[failure] * cause.Weight)
                .Select(cause => $"[`{cause.Id}`](causes/{cause.Id}.md)");
            page.Append($"| `{failure.Id()}` | {Cell(traits.Meaning)} | {error} | {status} | ")
                .Append($"{Spelling.Kebab(traits.Phase)} | {Again(traits.Retry)} | {string.Join(", ", shown)} |\n");
        }

        return page.ToString();
    }

    private static void AppendTables(StringBuilder page, CauseKnowledge cause)
    {
        if (!cause.ShowsAs.IsEmpty)
        {
            page.Append("\n## Shows as\n\n| [failure](../failures.md) | how often | what it means |\n|---|---|---|\n");
            page.AppendJoin("", ShowsAs(cause).Select(each =>
                $"| `{each.Failure.Id()}` | {Percent(each.Share)} | {Cell(each.Failure.Traits().Meaning)} |\n"));
        }

        if (!cause.Signs.IsEmpty)
        {
            page.Append("\n## Signs\n\n| question | when this is the cause | why |\n|---|---|---|\n");
            page.AppendJoin("", Signs(cause).Select(each => $"| {Cell(each.Observable.Traits().Question)} | "
                + $"{HowOften(each.Sign.Likely)} ({Percent(each.Sign.Likely)}) | {Cell(each.Sign.Why)} |\n"));
        }
    }

    private static void AppendRelatives(StringBuilder page, CauseKnowledge cause)
    {
        if (!cause.BringsAbout.IsEmpty)
        {
            page.Append("\n## Brings about\n\n");
            page.AppendJoin("", BringsAbout(cause).Select(each => $"- {Link(each.Id)}: {Percent(each.Share)}\n"));
        }

        if (cause.ConfusedWith.Length > 0)
        {
            page.Append("\n## Confused with\n\n");
        }

        foreach (var other in cause.ConfusedWith)
        {
            var traits = other.Question.Traits();
            page.Append($"- {Link(other.Id)}: {Manual(other.Words)}\n  *Ask:* {Manual(traits.Question)}");
            page.Append(traits.Ask.Length > 0 ? $" `{Manual(traits.Ask)}`\n" : "\n");
        }
    }

    private static string Link(string id) => $"[`{id}`]({id}.md)";

    // A pipe would end the cell, in code too.
    private static string Cell(string text) => Manual(text).Replace("|", "\\|", StringComparison.Ordinal);

    private static string Again(RetrySafety retry) => retry switch
    {
        RetrySafety.Always => "always",
        RetrySafety.Idempotent => "when idempotent",
        RetrySafety.Never => "never",
    };
}
