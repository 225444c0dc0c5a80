using System.Collections.Immutable;
using Weir.Diagnosis;
using Weir.Vocabulary;

namespace Weir.Reports;

/// <summary>Draws the way from the visitor to the application, with the broken link marked.</summary>
/// <param name="sheet">Where to.</param>
/// <param name="diagnosis">What is drawn.</param>
internal sealed class PathDrawing(Sheet sheet, Diagnosis.Diagnosis diagnosis)
{
    private const int Indent = 2;

    /// <summary>More failures than this are a table, not a caption.</summary>
    private const int MostCaptions = 3;

    /// <summary>Draws it in a row where the width allows, else one station below the other.</summary>
    public void Draw()
    {
        var stations = diagnosis.Path;
        if (stations.Length < 2)
        {
            DrawFailures(diagnosis.Failures);
            return;
        }

        sheet.Gap();
        var widths = stations.Select(each => Math.Max(Columns(each.Name), Columns(each.Detail))).ToArray();
        var link = CellWidth.Of(Link(LinkState.Well)) + 2;
        if (Indent + widths.Sum() + (link * (stations.Length - 1)) <= sheet.Width)
        {
            DrawRow(stations, widths, link);
        }
        else
        {
            DrawColumn(stations);
        }
    }

    // What happened, where unless the drawing says it, how often.
    private string Caption(Sighting failure)
    {
        var isDrawn = diagnosis.Path.Any(station => station.Detail == failure.Endpoint);
        var where = failure.Endpoint.Length > 0 && !isDrawn ? $" ({failure.Endpoint})" : "";
        var what = failure.Kind == Failure.UpstreamError && diagnosis.AnsweredBy?.MadeIt == true
            ? "what fails here cannot be seen from outside"
            : failure.Kind.Traits().Meaning.TrimEnd('.');
        return $"{what}{where}, {failure.Count} of {failure.Of}";
    }

    private void DrawRow(ImmutableArray<PathStation> stations, int[] widths, int link)
    {
        var names = new List<(string, Tone)>();
        var details = new List<(string, Tone)>();
        var (column, brokenAt) = (0, -1);
        for (var i = 0; i < stations.Length; i++)
        {
            if (i > 0)
            {
                // The line goes on above a long detail, so that the stations stay over what belongs to them.
                names.Add((" " + Filler(widths[i - 1] - Columns(stations[i - 1].Name)), Tone.Plain));
                names.Add((Link(stations[i].State) + " ", ToneOf(stations[i].State)));
                details.Add((new string(' ', link), Tone.Plain));
                brokenAt = brokenAt < 0 && stations[i].State == LinkState.Broken ? column + (link / 2) : brokenAt;
                column += link;
            }

            names.Add((stations[i].Name, Tone.Strong));
            details.Add((stations[i].Detail + new string(' ', widths[i] - Columns(stations[i].Detail)), Tone.Faint));
            column += widths[i];
        }

        sheet.Pieces(names, Indent);
        if (stations.Any(each => each.Detail.Length > 0))
        {
            sheet.Pieces(details, Indent);
        }

        DrawCaptions(stations, brokenAt);
    }

    private void DrawCaptions(ImmutableArray<PathStation> stations, int brokenAt)
    {
        var captions = CaptionsOf(stations).ToList();
        foreach (var caption in captions)
        {
            // Under the broken link where it fits, else as far to the left as it needs.
            var mark = brokenAt >= 0 ? (sheet.Unicode ? "└ " : "` ") : "";
            var room = sheet.Width - Columns(mark + caption);
            var indent = Math.Clamp(Indent + Math.Max(brokenAt, 0), Indent, Math.Max(Indent, room));
            sheet.Line(mark + caption, Tone.Bad, indent);
        }
    }

    private void DrawColumn(ImmutableArray<PathStation> stations)
    {
        sheet.Line(Label(stations[0]), indent: Indent);
        foreach (var station in stations.Skip(1))
        {
            sheet.Item(Mark(station.State), Label(station), ToneOf(station.State), indent: Indent + 1);
        }

        foreach (var caption in CaptionsOf(stations))
        {
            sheet.Line(caption, Tone.Bad, Indent + 3);
        }
    }

    private void DrawFailures(ImmutableArray<Sighting> failures)
    {
        if (failures.Length > 0)
        {
            sheet.Gap();
        }

        foreach (var failure in failures.Take(MostCaptions))
        {
            sheet.Item(Mark(LinkState.Broken), $"{failure.Hop}: {Caption(failure)}", Tone.Bad);
        }
    }

    // Those of the broken link first; a failure at another hop says at which.
    private IEnumerable<string> CaptionsOf(ImmutableArray<PathStation> stations)
    {
        var broken = stations.FirstOrDefault(each => each.State == LinkState.Broken)?.Name ?? "";
        return diagnosis.Failures
            .OrderByDescending(each => IsAt(each, broken))
            .Take(MostCaptions)
            .Select((each, index) => index == 0 || IsAt(each, broken) ? Caption(each) : $"{each.Hop}: {Caption(each)}");
    }

    private static bool IsAt(Sighting failure, string station)
        => failure.Hop.EndsWith($"->{station}", StringComparison.Ordinal);

    private static string Label(PathStation station)
        => station.Detail.Length > 0 ? $"{station.Name} ({station.Detail})" : station.Name;

    private string Filler(int columns) => new(sheet.Unicode ? '─' : '-', columns);

    private string Link(LinkState state) => sheet.Unicode ? $"──{Mark(state)}──" : $"--{Mark(state)}--";

    private string Mark(LinkState state) => state switch
    {
        LinkState.Well => sheet.Unicode ? "✓" : "+",
        LinkState.Broken => sheet.Unicode ? "✗" : "X",
        LinkState.Unseen => "?",
    };

    private static Tone ToneOf(LinkState state) => state switch
    {
        LinkState.Well => Tone.Good,
        LinkState.Broken => Tone.Bad,
        LinkState.Unseen => Tone.Doubt,
    };

    private int Columns(string text) => CellWidth.Of(sheet.Shown(text));
}
