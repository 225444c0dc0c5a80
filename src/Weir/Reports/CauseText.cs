using System.Collections.Immutable;
using Weir.Diagnosis;
using Weir.Vocabulary;

namespace Weir.Reports;

/// <summary>The part of a text report that says why: the causes, and what speaks for and against them.</summary>
/// <param name="sheet">Where to.</param>
/// <param name="diagnosis">What is told.</param>
/// <param name="detail">How much.</param>
internal sealed class CauseText(Sheet sheet, Diagnosis.Diagnosis diagnosis, Detail detail)
{
    /// <summary>How many pieces of evidence an ordinary report shows for and against.</summary>
    private const int MostFor = 4;

    private const int MostAgainst = 2;

    /// <summary>How many other candidates an ordinary report names.</summary>
    private const int MostOthers = 3;

    private readonly ImmutableArray<int> percents =
        Confidences.Percents(diagnosis.Causes.Select(cause => cause.Confidence));

    /// <summary>Writes it; nothing for a healthy site.</summary>
    public void Write()
    {
        switch (diagnosis)
        {
            case { Verdict: Verdict.Healthy }:
                break;
            case { Causes: [] }:
                sheet.Heading("Why");
                sheet.Line("No known cause fits what was seen.", indent: 2);
                WriteEvidence("What was seen", "·", [.. diagnosis.Evidence.Select(each => each.Id)], MostFor);
                break;
            case { Determined: true, Causes: [var first, ..] }:
                WriteFirst(first);
                break;
            default:
                WriteCandidates();
                break;
        }
    }

    private void WriteFirst(SuspectedCause first)
    {
        sheet.Heading($"Likely cause: {first.Title}");
        sheet.Line($"{Confidences.Words(percents[0])}, {percents[0]} % ({first.Id})", Tone.Faint, indent: 2);
        sheet.Line(first.Summary, indent: 2);
        var others = detail == Detail.Verbose ? diagnosis.Causes.Length : MostOthers;
        for (var i = 1; i < Math.Min(diagnosis.Causes.Length, others + 1); i++)
        {
            var other = diagnosis.Causes[i];
            sheet.Item(i == 1 ? "also possible:" : "              ", $"{other.Title} ({percents[i]} %, {other.Id})",
                Tone.Faint, Tone.Faint);
        }

        WriteEvidence("How we know", "+", first.For, MostFor);
        WriteEvidence("What speaks against it", "-", first.Against, MostAgainst);
    }

    private void WriteCandidates()
    {
        sheet.Heading("Likely causes, which cannot be told apart from here");
        for (var i = 0; i < diagnosis.Causes.Length; i++)
        {
            sheet.Item($"{percents[i],3} %", $"{diagnosis.Causes[i].Title} ({diagnosis.Causes[i].Id})", Tone.Strong);
        }

        if (detail == Detail.Verbose)
        {
            WriteEachCandidate();
            return;
        }

        var mentioned = diagnosis.Causes.SelectMany(cause => cause.For).ToHashSet();
        WriteEvidence("What was seen", "·",
            [.. diagnosis.Evidence.Select(each => each.Id).Where(mentioned.Contains)], MostFor);
    }

    private void WriteEachCandidate()
    {
        foreach (var cause in diagnosis.Causes)
        {
            sheet.Heading(cause.Title);
            sheet.Line(cause.Summary, indent: 2);
            sheet.Line(Ids("for: ", cause.For), Tone.Faint, indent: 2);
            sheet.Line(Ids("against: ", cause.Against), Tone.Faint, indent: 2);
        }
    }

    private static string Ids(string before, ImmutableArray<string> ids)
        => before + (ids.Length > 0 ? string.Join(", ", ids) : "nothing");

    private void WriteEvidence(string heading, string mark, ImmutableArray<string> ids, int most)
    {
        var shown = diagnosis.Evidence.Where(each => ids.Contains(each.Id)).ToList();
        if (shown.Count == 0)
        {
            return;
        }

        sheet.Heading(heading);
        most = detail == Detail.Verbose ? int.MaxValue : most;
        foreach (var each in shown.Take(most))
        {
            var source = detail == Detail.Verbose ? each.Id : Spelling.Kebab(each.Source);
            sheet.Item(mark, $"{each.Says} [{source}]");
        }

        if (shown.Count > most)
        {
            sheet.Line($"and {shown.Count - most} more", Tone.Faint, indent: 4);
        }
    }
}
