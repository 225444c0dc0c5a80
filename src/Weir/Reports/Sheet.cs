using System.Text;

namespace Weir.Reports;

/// <summary>
/// Writes a page for a terminal: headings, wrapped lines, items with a mark, columns. Every text that reaches it is
/// made printable here and nowhere else, so no escape code but its own colours can come out of it.
/// </summary>
internal sealed class Sheet(TextStyle style)
{
    private const string Reset = "\e[0m";
    private readonly StringBuilder page = new();

    /// <summary>How wide a line may be.</summary>
    public int Width => style.Width;

    /// <summary>Whether more than ASCII may be written.</summary>
    public bool Unicode => style.Unicode;

    /// <summary>An empty line, unless the page is empty or ends with one.</summary>
    public void Gap()
    {
        if (page.Length > 0 && !(page is [.., '\n', '\n']))
        {
            page.Append('\n');
        }
    }

    /// <summary>A heading after a gap.</summary>
    public void Heading(string text)
    {
        Gap();
        Line(text, Tone.Strong);
    }

    /// <summary>Text, wrapped; the lines after the first are indented like it.</summary>
    public void Line(string text, Tone tone = Tone.Plain, int indent = 0) => Item("", text, tone, tone, indent);

    /// <summary>A mark and text behind it, wrapped beside the mark.</summary>
    public void Item(string mark, string text, Tone markTone = Tone.Plain, Tone tone = Tone.Plain, int indent = 2)
    {
        var shownMark = Shown(mark);
        var hang = indent + (mark.Length > 0 ? CellWidth.Of(shownMark) + 1 : 0);
        var lines = LineWrap.Lines(Shown(text), Math.Max(2, style.Width - hang));
        for (var i = 0; i < lines.Count; i++)
        {
            page.Append(' ', i == 0 ? indent : hang);
            if (i == 0 && mark.Length > 0)
            {
                Append(shownMark, markTone);
                page.Append(lines[i].Length > 0 ? " " : "");
            }

            Append(lines[i], tone);
            page.Append('\n');
        }
    }

    /// <summary>
    /// Rows of cells below each other. All columns but the last are as wide as their widest cell; the last is wrapped.
    /// </summary>
    public void Columns(IReadOnlyCollection<string[]> rows, int indent = 2)
    {
        if (rows.Count == 0)
        {
            return;
        }

        // A column takes a third of the line at most: beyond that the last one would have no room.
        var most = (style.Width - indent) / 3;
        var widths = Enumerable.Range(0, rows.First().Length - 1)
            .Select(column => Math.Min(most, rows.Max(row => CellWidth.Of(Shown(row[column])))))
            .ToArray();
        foreach (var row in rows)
        {
            var start = widths.Select((width, column) => Pad(Fit(row[column], width), width));
            Item(string.Join("  ", start) + " ", row[^1], indent: indent);
        }
    }

    /// <summary>Pieces beside each other on one line, each in its own tone; the caller knows that they fit.</summary>
    public void Pieces(IEnumerable<(string Text, Tone Tone)> pieces, int indent = 2)
    {
        page.Append(' ', indent);
        foreach (var (text, tone) in pieces)
        {
            Append(Shown(text), tone);
        }

        while (page is [.., ' '])
        {
            page.Length--;
        }

        page.Append('\n');
    }

    /// <summary>The text in at most so many columns.</summary>
    public string Fit(string text, int width) => LineWrap.Cut(Shown(text), width, Unicode ? "…" : "...");

    /// <summary>The text as it will be shown.</summary>
    public string Shown(string text) => Unicode ? Printable.Of(text) : Printable.InAscii(text);

    /// <summary>How many lines <see cref="Item"/> will take for it.</summary>
    public int LinesOf(string text, int hang) => LineWrap.Lines(Shown(text), Math.Max(2, style.Width - hang)).Count;

    /// <summary>The page.</summary>
    public override string ToString() => page.ToString();

    private static string Pad(string text, int width)
        => text + new string(' ', Math.Max(0, width - CellWidth.Of(text)));

    private void Append(string text, Tone tone)
    {
        var code = tone switch
        {
            Tone.Plain => "",
            Tone.Strong => "\e[1m",
            Tone.Faint => "\e[2m",
            Tone.Good => "\e[32m",
            Tone.Bad => "\e[31m",
            Tone.Doubt => "\e[33m",
        };
        var isColoured = style.Colour && code.Length > 0 && text.Length > 0;
        page.Append(isColoured ? code : "").Append(text).Append(isColoured ? Reset : "");
    }
}
