using Weir.Diagnosis;
using Weir.Knowledge;
using Weir.Vocabulary;
using static Weir.Reports.CatalogueWords;

namespace Weir.Reports;

/// <summary>The catalogue of causes in the terminal.</summary>
public static class CatalogueText
{
    /// <summary>How many signs fit a screen beside the rest of the page.</summary>
    private const int MostSigns = 12;

    /// <summary>One line a cause, under its category.</summary>
    public static string List(IEnumerable<CauseKnowledge> causes, TextStyle style)
    {
        var sheet = new Sheet(style);
        var all = causes.ToList();
        var widest = all.Max(cause => cause.Id.Length);
        foreach (var category in all.GroupBy(cause => cause.Category))
        {
            sheet.Heading(category.Key);
            foreach (var cause in category)
            {
                sheet.Item(cause.Id.PadRight(widest + 1), Manual(cause.Title));
            }
        }

        sheet.Gap();
        sheet.Line("weir causes ID tells all of one: its signs, its look-alikes, its remedies.", Tone.Faint);
        return sheet.ToString();
    }

    /// <summary>All that is known of one cause.</summary>
    public static string Page(CauseKnowledge cause, TextStyle style)
    {
        var sheet = new Sheet(style);
        sheet.Line(Manual(cause.Title), Tone.Strong);
        sheet.Line(cause.Id, Tone.Faint);
        foreach (var paragraph in cause.Explanation)
        {
            sheet.Gap();
            sheet.Line(Manual(paragraph));
        }

        WriteFailures(sheet, cause);
        WriteSigns(sheet, cause);
        WriteRelatives(sheet, cause);
        WriteRemedies(sheet, cause);
        return sheet.ToString();
    }

    private static void WriteFailures(Sheet sheet, CauseKnowledge cause)
    {
        if (cause.ShowsAs.IsEmpty)
        {
            return;
        }

        sheet.Heading("Shows as");
        sheet.Columns([.. ShowsAs(cause).Select(each =>
            (string[])[Percent(each.Share).PadLeft(6), each.Failure.Id(), each.Failure.Traits().Meaning])]);
    }

    private static void WriteSigns(Sheet sheet, CauseKnowledge cause)
    {
        if (cause.Signs.IsEmpty)
        {
            return;
        }

        var telling = cause.Signs.Keys
            .OrderByDescending(observable => Tells(cause, observable))
            .ThenBy(observable => observable)
            .Take(MostSigns)
            .ToHashSet();
        var rest = cause.Signs.Count - telling.Count;
        sheet.Heading("Signs"
            + (rest > 0 ? $" (the {MostSigns} that tell most; {rest} more with --format markdown)" : ""));
        sheet.Columns([.. Signs(cause).Where(each => telling.Contains(each.Observable)).Select(each =>
            (string[])[HowOften(each.Sign.Likely), Question(each.Observable, each.Sign.Why)])]);
    }

    // How far the answer is from the usual one, in the judge's own measure: the difference of the log odds.
    private static double Tells(CauseKnowledge cause, Observable observable)
        => Math.Abs(LogOdds(cause.Signs[observable].Likely) - LogOdds(observable.Traits().Usually));

    private static double LogOdds(double share) => Math.Log(share / (1 - share));

    private static string Question(Observable observable, string why)
        => Manual(observable.Traits().Question) + (why.Length > 0 ? $" ({Manual(why)})" : "");

    private static void WriteRelatives(Sheet sheet, CauseKnowledge cause)
    {
        if (!cause.BringsAbout.IsEmpty)
        {
            sheet.Heading("Brings about");
            sheet.Columns([.. BringsAbout(cause).Select(each => (string[])[Percent(each.Share).PadLeft(6), each.Id])]);
        }

        if (cause.ConfusedWith.Length > 0)
        {
            sheet.Heading("Confused with");
        }

        foreach (var other in cause.ConfusedWith)
        {
            sheet.Item($"{other.Id}:", Manual(other.Words), Tone.Strong);
            sheet.Item("  ask:", $"{Manual(other.Question.Traits().Question)} {Manual(other.Question.Traits().Ask)}");
        }
    }

    private static void WriteRemedies(Sheet sheet, CauseKnowledge cause)
    {
        sheet.Heading("What a visitor can do");
        foreach (var remedy in cause.VisitorRemedies)
        {
            sheet.Item("-", Manual(remedy));
        }

        sheet.Heading("What the administrator can do");
        foreach (var product in Remedies(cause))
        {
            sheet.Line(Product(product.Key), Tone.Strong, indent: 2);
            foreach (var remedy in product)
            {
                sheet.Item("-", remedy, indent: 4);
            }
        }
    }
}
