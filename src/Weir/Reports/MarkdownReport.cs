using System.Collections.Immutable;
using System.Text;
using Weir.Diagnosis;
using Weir.Vocabulary;
using static Weir.Reports.MarkdownText;

namespace Weir.Reports;

/// <summary>The diagnosis for tickets and chats: Markdown with all evidence and remedies. Secrets are masked.</summary>
public sealed class MarkdownReport
{
    private readonly Diagnosis.Diagnosis diagnosis;
    private readonly StringBuilder page = new();

    private MarkdownReport(Diagnosis.Diagnosis diagnosis) => this.diagnosis = Publication.Of(diagnosis);

    /// <summary>The report, with a line end behind its last line.</summary>
    public static string Of(Diagnosis.Diagnosis diagnosis) => new MarkdownReport(diagnosis).Write();

    private string Write()
    {
        WriteHead();
        WriteFailures();
        WriteCauses();
        WriteEvidence();
        WriteSteps();
        WriteList("Whom to tell", diagnosis.Contacts.Select(Plain));
        WriteSkipped();
        WriteList("Next", diagnosis.Next.Select(Prose));
        return page.ToString();
    }

    private void WriteHead()
    {
        page.Append($"# {Code(diagnosis.Target)} {Plain(Headline.Of(diagnosis))}\n\n");
        if (Headline.Fault(diagnosis) is { Length: > 0 } fault)
        {
            page.Append($"**Whose fault:** {Plain(fault)}\n\n");
        }

        page.Append("| | |\n|---|---|\n");
        Row("looked at", JsonText.Time(diagnosis.At));
        Row("took", Durations.Words(diagnosis.Took));
        Row("verdict", Spelling.Kebab(diagnosis.Verdict) + (diagnosis.Determined ? "" : ", cause not determined"));
        Row("status", diagnosis.Status is { } status ? Plain(StatusName.Of(status)) : "none");
        Row("concerns", Spelling.Kebab(diagnosis.Scope));
        Row("answer", Plain(Headline.Answerer(diagnosis)));
        Row("path", string.Join(" → ", diagnosis.Path.Select(Station)));
        foreach (var redirect in diagnosis.Redirects)
        {
            Row("redirect", Code(redirect));
        }
    }

    private static string Station(PathStation station, int index)
    {
        var mark = station.State switch
        {
            LinkState.Well => "✓ ",
            LinkState.Broken => "**✗** ",
            LinkState.Unseen => "? ",
        };
        var label = Plain(station.Detail.Length > 0 ? $"{station.Name} ({station.Detail})" : station.Name);
        return index == 0 ? label : mark + label;
    }

    private void Row(string name, string value)
    {
        if (value.Length > 0)
        {
            page.Append($"| {name} | {value} |\n");
        }
    }

    private void WriteFailures()
    {
        if (diagnosis.Failures.Length == 0)
        {
            return;
        }

        page.Append("\n## Failures\n\n| failure | hop | endpoint | how often | what it means |\n");
        page.Append("|---|---|---|---|---|\n");
        foreach (var each in diagnosis.Failures)
        {
            page.Append($"| {Code(each.Kind.Id())} | {Code(each.Hop)} | {Code(each.Endpoint)} | "
                + $"{each.Count} of {each.Of} | {Plain(each.Kind.Traits().Meaning)} |\n");
        }
    }

    private void WriteCauses()
    {
        var percents = Confidences.Percents(diagnosis.Causes.Select(cause => cause.Confidence));
        if (diagnosis.Causes.Length > 0)
        {
            page.Append(diagnosis.Determined ? "\n## Likely cause\n" : "\n## Likely causes, not told apart\n");
        }
        else if (diagnosis.Verdict != Verdict.Healthy)
        {
            page.Append("\n## Likely cause\n\nNo known cause fits what was seen.\n");
        }

        for (var i = 0; i < diagnosis.Causes.Length; i++)
        {
            WriteCause(diagnosis.Causes[i], i + 1, percents[i]);
        }
    }

    private void WriteCause(SuspectedCause cause, int number, int percent)
    {
        page.Append($"\n### {number}. {Prose(cause.Title)}\n\n");
        page.Append($"{Confidences.Words(percent)}, {percent} %: {Code(cause.Id)}. {Prose(cause.Summary)}\n\n");
        page.Append($"- speaks for it: {Ids(cause.For)}\n- speaks against it: {Ids(cause.Against)}\n");
        WriteRemedies("For the administrator:", cause.AdminRemedies);
        WriteRemedies("For the visitor:", cause.VisitorRemedies);
    }

    private static string Ids(ImmutableArray<string> ids)
        => ids.IsDefaultOrEmpty ? "nothing" : Plain(string.Join(", ", ids));

    private void WriteRemedies(string head, ImmutableArray<string> remedies)
    {
        if (remedies.Length > 0)
        {
            page.Append($"\n{head}\n\n");
            foreach (var remedy in remedies)
            {
                page.Append($"- {Prose(remedy)}\n");
            }
        }
    }

    private void WriteEvidence() => WriteList("Evidence", diagnosis.Evidence.Select(each =>
        $"**{Plain(each.Id)}** {JsonText.Time(each.At)}, {Spelling.Kebab(each.Source)}"
            + (each.Hop.Length > 0 ? $", {Code(each.Hop)}" : "") + $": {Plain(each.Says)}"));

    private void WriteSteps() => WriteList("What a visitor usually tries", diagnosis.Steps.Select(step =>
        $"{step.Helps switch { true => "✓ helps", false => "✗ does not help", null => "– not tried" }}: "
            + $"{Plain(step.Step)}: {Plain(step.Because)}"));

    private void WriteSkipped() => WriteList("Not looked at", diagnosis.Skipped.Select(check =>
        $"{Plain(check.Check)}: {Plain(check.Why.TrimEnd('.'))}."
            + (check.Needs.Length > 0 ? $" Needs: {Plain(check.Needs)}" : "")));

    private void WriteList(string heading, IEnumerable<string> items)
    {
        var lines = items.ToList();
        if (lines.Count > 0)
        {
            page.Append($"\n## {heading}\n\n").AppendJoin("", lines.Select(line => $"- {line}\n"));
        }
    }
}
