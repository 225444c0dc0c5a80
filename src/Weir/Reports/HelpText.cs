using Weir.Diagnosis;

namespace Weir.Reports;

/// <summary>The part of a text report that says what to do, whom to tell, and what was left out.</summary>
/// <param name="sheet">Where to.</param>
/// <param name="diagnosis">What is told.</param>
/// <param name="detail">How much.</param>
internal sealed class HelpText(Sheet sheet, Diagnosis.Diagnosis diagnosis, Detail detail)
{
    /// <summary>How many lines of remedies an ordinary report shows: what a person can try before reading on.</summary>
    private const int MostRemedyLines = 6;

    /// <summary>Of how many candidates remedies are shown while the cause is not determined.</summary>
    private const int MostCandidates = 3;

    private const int MostSkipped = 3;
    private const int MostContacts = 3;

    private bool IsVerbose => detail == Detail.Verbose;

    /// <summary>Writes it.</summary>
    public void Write()
    {
        WriteAdmin();
        WriteVisitor();
        WriteContacts();
        WriteSkipped();
    }

    private void WriteAdmin()
    {
        if (diagnosis.Causes is not [var first, ..])
        {
            return;
        }

        var remedies = (diagnosis.Determined, IsVerbose) switch
        {
            (true, false) => first.AdminRemedies.ToList(),
            (true, true) => [.. first.AdminRemedies, .. diagnosis.Causes.Skip(1).SelectMany(Conditional)],
            (false, true) => [.. diagnosis.Causes.SelectMany(Conditional)],
            (false, false) => [.. diagnosis.Causes.Take(MostCandidates).SelectMany(Conditional)],
        };
        var shown = IsVerbose ? remedies.Count : HowManyFit(remedies);
        if (shown > 0)
        {
            sheet.Heading("What the administrator can do"
                + (shown < remedies.Count ? $" ({shown} of {remedies.Count}; all with --verbose)" : ""));
        }

        for (var i = 0; i < shown; i++)
        {
            sheet.Item($"{i + 1}.", remedies[i]);
        }
    }

    // Of several candidates each remedy says for which it is; unless all is wanted, the first of each is enough.
    private IEnumerable<string> Conditional(SuspectedCause cause)
        => cause.AdminRemedies.Take(IsVerbose ? int.MaxValue : 1).Select(text => $"If {cause.Id}: {text}");

    private int HowManyFit(List<string> remedies)
    {
        var (count, lines) = (0, 0);
        while (count < remedies.Count)
        {
            lines += sheet.LinesOf(remedies[count], hang: 5);
            if (count > 0 && lines > MostRemedyLines)
            {
                break;
            }

            count++;
        }

        return count;
    }

    private void WriteVisitor()
    {
        var remedies = diagnosis.Causes is [var first, ..] && diagnosis.Determined ? first.VisitorRemedies : [];
        if (diagnosis.Steps.Length + remedies.Length == 0)
        {
            return;
        }

        var heading = diagnosis.Verdict == Verdict.Healthy
            ? "If you see an error all the same"
            : "What a visitor can do";
        var legend = $" ({Mark(true)} helps, {Mark(false)} does not, {Mark(null)} not tried)";
        sheet.Heading(heading + (diagnosis.Steps.Length > 0 ? legend : ""));
        foreach (var remedy in remedies.Take(IsVerbose ? int.MaxValue : 1))
        {
            sheet.Line(remedy, indent: 2);
        }

        var widest = diagnosis.Steps.Select(step => CellWidth.Of(sheet.Shown(step.Step))).DefaultIfEmpty(0).Max();
        var stepWidth = Math.Min(widest, sheet.Width / 3);
        foreach (var step in diagnosis.Steps)
        {
            WriteStep(step, stepWidth);
        }
    }

    // One line each: the list is read at a glance, and the whole reason stands in the verbose report.
    private void WriteStep(VisitorStep step, int stepWidth)
    {
        var tone = step.Helps switch
        {
            true => Tone.Good,
            false => Tone.Plain,
            null => Tone.Doubt,
        };
        var name = sheet.Fit(step.Step, stepWidth);
        var padded = $"{name}{new string(' ', stepWidth - CellWidth.Of(name))}  ";
        if (IsVerbose)
        {
            sheet.Item($"{Mark(step.Helps)} {padded[..^1]}", step.Because, tone);
            return;
        }

        var room = sheet.Width - CellWidth.Of(padded) - 4;
        sheet.Pieces(
            [(Mark(step.Helps) + " ", tone), (padded, Tone.Plain), (sheet.Fit(step.Because, room), Tone.Faint)]);
    }

    private string Mark(bool? helps) => helps switch
    {
        true => sheet.Unicode ? "✓" : "y",
        false => sheet.Unicode ? "✗" : "n",
        null => sheet.Unicode ? "–" : "-",
    };

    private void WriteContacts()
    {
        sheet.Gap();
        foreach (var contact in diagnosis.Contacts.Take(IsVerbose ? int.MaxValue : MostContacts))
        {
            sheet.Item("Whom to tell: ", contact, Tone.Strong, indent: 0);
        }
    }

    private void WriteSkipped()
    {
        if (diagnosis.Contacts.Length == 0)
        {
            sheet.Gap();
        }

        var most = IsVerbose ? int.MaxValue : MostSkipped;
        foreach (var check in diagnosis.Skipped.Take(most))
        {
            var needs = check.Needs.Length > 0 ? $"; needs {check.Needs}" : "";
            sheet.Item("Not looked at:", $"{check.Check}: {check.Why.TrimEnd('.')}{needs}", Tone.Doubt, indent: 0);
        }

        if (diagnosis.Skipped.Length > most)
        {
            var more = diagnosis.Skipped.Length - most;
            sheet.Item("              ", $"{more} more with --verbose", tone: Tone.Faint, indent: 0);
        }
    }
}
