using System.Text;

namespace Weir.Reports;

/// <summary>Breaks text into lines of a width, between words where it can.</summary>
internal static class LineWrap
{
    /// <summary>The lines of <paramref name="text"/>, at least one; blanks in a row become one.</summary>
    /// <param name="text">Printable text.</param>
    /// <param name="width">Columns of a line, at least 2.</param>
    public static List<string> Lines(string text, int width)
    {
        var lines = new List<string>();
        var line = new StringBuilder();
        var used = 0;
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        foreach (var word in words.SelectMany(each => Pieces(each, width)))
        {
            var size = CellWidth.Of(word);
            if (used > 0 && used + 1 + size > width)
            {
                lines.Add(line.ToString());
                line.Clear();
                used = 0;
            }

            line.Append(used > 0 ? " " : "").Append(word);
            used += size + (used > 0 ? 1 : 0);
        }

        lines.Add(line.ToString());
        return lines;
    }

    /// <summary>The text in at most <paramref name="width"/> columns, with an ellipsis where it was cut.</summary>
    public static string Cut(string text, int width, string ellipsis)
    {
        if (CellWidth.Of(text) <= width)
        {
            return text;
        }

        var kept = Pieces(text, width - CellWidth.Of(ellipsis)).First();
        return kept.TrimEnd() + ellipsis;
    }

    // A word that is longer than a line is broken by force: hostile words have no blanks.
    private static IEnumerable<string> Pieces(string word, int width)
    {
        if (CellWidth.Of(word) <= width)
        {
            yield return word;
            yield break;
        }

        var piece = new StringBuilder();
        var used = 0;
        foreach (var rune in word.EnumerateRunes())
        {
            var size = CellWidth.Of(rune);
            if (used + size > width)
            {
                yield return piece.ToString();
                piece.Clear();
                used = 0;
            }

            piece.Append(rune.ToString());
            used += size;
        }

        yield return piece.ToString();
    }
}
