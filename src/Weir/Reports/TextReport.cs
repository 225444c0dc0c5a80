using Weir.Diagnosis;

namespace Weir.Reports;

/// <summary>
/// The diagnosis for people at a terminal: plain words first, then how they are known, then what to do. Whatever came
/// from outside is printed without control characters and without secrets.
/// </summary>
public sealed class TextReport
{
    private readonly Diagnosis.Diagnosis diagnosis;
    private readonly Detail detail;
    private readonly Sheet sheet;

    private TextReport(Diagnosis.Diagnosis diagnosis, TextStyle style, Detail detail)
    {
        this.diagnosis = Publication.Of(diagnosis);
        this.detail = detail;
        sheet = new Sheet(style);
    }

    /// <summary>The report, with a line end behind its last line.</summary>
    /// <param name="diagnosis">What is reported.</param>
    /// <param name="style">What the output can show.</param>
    /// <param name="detail">How much is told; <see cref="Detail.Usual"/> is about 45 lines at most.</param>
    public static string Of(Diagnosis.Diagnosis diagnosis, TextStyle style, Detail detail)
        => new TextReport(diagnosis, style, detail).Write();

    private string Write()
    {
        WriteHeadline();
        if (detail == Detail.Quiet)
        {
            WriteFirstCause();
            return sheet.ToString();
        }

        WriteWhoseFault();
        new PathDrawing(sheet, diagnosis).Draw();
        new CauseText(sheet, diagnosis, detail).Write();
        new HelpText(sheet, diagnosis, detail).Write();
        if (detail == Detail.Verbose)
        {
            WriteEvidence();
        }

        WriteEnd();
        return sheet.ToString();
    }

    private void WriteHeadline() => sheet.Line($"{diagnosis.Target} {Headline.Of(diagnosis)}", Tone.Strong);

    private void WriteFirstCause()
    {
        if (diagnosis.Causes is [var first, ..])
        {
            var percent = Confidences.Percents(diagnosis.Causes.Select(cause => cause.Confidence))[0];
            var doubt = diagnosis.Determined ? "" : ", not determined";
            sheet.Line($"{first.Title} ({Confidences.Words(percent)}, {percent} %{doubt})");
        }
        else if (diagnosis.Verdict != Verdict.Healthy)
        {
            sheet.Line("No known cause fits what was seen.");
        }
    }

    private void WriteWhoseFault()
    {
        if (Headline.Fault(diagnosis) is { Length: > 0 } fault)
        {
            sheet.Line($"Whose fault: {fault}");
        }

        if (Headline.Answerer(diagnosis) is { Length: > 0 } answerer)
        {
            sheet.Line(answerer);
        }

        foreach (var redirect in diagnosis.Redirects)
        {
            sheet.Line($"Redirected: {redirect}", Tone.Faint);
        }
    }

    private void WriteEvidence()
    {
        if (diagnosis.Evidence.Length == 0)
        {
            return;
        }

        sheet.Heading("Everything that was seen");
        foreach (var each in diagnosis.Evidence)
        {
            sheet.Item($"{each.Id} {JsonText.Time(each.At)}", Source(each), Tone.Faint, Tone.Faint);
            sheet.Line(each.Says, indent: 5);
        }
    }

    private static string Source(Evidence evidence) => evidence.Hop.Length > 0
        ? $"{Vocabulary.Spelling.Kebab(evidence.Source)} {evidence.Hop}"
        : Vocabulary.Spelling.Kebab(evidence.Source);

    private void WriteEnd()
    {
        sheet.Gap();
        if (diagnosis.Next is [var first, ..])
        {
            sheet.Item("Next:", first, Tone.Strong, indent: 0);
        }

        foreach (var other in detail == Detail.Verbose ? diagnosis.Next.Skip(1) : [])
        {
            sheet.Item("then:", other, Tone.Strong, indent: 0);
        }

        var hasMore = detail == Detail.Usual && diagnosis.Evidence.Length > 0;
        var more = hasMore ? " Everything that was seen: --verbose." : "";
        sheet.Line($"Looked for {Durations.Words(diagnosis.Took)}.{more}", Tone.Faint);
    }
}
