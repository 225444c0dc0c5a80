using System.Text;

namespace Weir.Host.FileSystems;

/// <summary>The mounts that a process sees.</summary>
/// <param name="Rows">In the order of mounting; of two at the same place the later hides the earlier.</param>
public sealed record MountTable(IReadOnlyList<MountRow> Rows)
{
    /// <summary>Mounts kept: a host of containers has some thousands.</summary>
    private const int MaxRows = 50_000;

    /// <summary>Reads the mounts of a process; without one, our own.</summary>
    public static Reading<MountTable> Read(HostRoot root, int? process = null)
    {
        ArgumentNullException.ThrowIfNull(root);
        return root.Text(process is { } id ? $"/proc/{id}/mountinfo" : "/proc/self/mountinfo").Select(Parse);
    }

    /// <summary>The mount that a path is on; null where there is none.</summary>
    public MountRow? Of(string path) => Rows
        .Where(row => Under(path, row.Point))
        .Aggregate((MountRow?)null, (best, row) => best is null || row.Point.Length >= best.Point.Length ? row : best);

    /// <summary>Reads the lines; what is none is left out.</summary>
    internal static MountTable Parse(string text)
        => new([.. KernelText.Lines(text).Take(MaxRows).Select(ParseRow).OfType<MountRow>()]);

    private static bool Under(string path, string point)
        => point == "/" || path == point
            || (path.StartsWith(point, StringComparison.Ordinal) && path[point.Length] == '/');

    /// <summary>
    /// Reads <c>id parent major:minor root point options [optional …] - type source super-options</c>.
    /// </summary>
    private static MountRow? ParseRow(string line)
    {
        var cells = line.Split(' ');
        var dash = Array.IndexOf(cells, "-", Math.Min(6, cells.Length));
        return dash >= 6 && cells.Length > dash + 3
            ? new MountRow(
                Plain(cells[3]), Plain(cells[4]), cells[dash + 1], Plain(cells[dash + 2]), cells[5].Split(','),
                cells[dash + 3].Split(','))
            : null;
    }

    /// <summary>Blanks and backslashes in names are printed as three octal digits.</summary>
    private static string Plain(string text)
    {
        if (!text.Contains('\\', StringComparison.Ordinal))
        {
            return text;
        }

        var plain = new StringBuilder();
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '\\' && at + 3 < text.Length && IsOctal(text[(at + 1)..(at + 4)]))
            {
                plain.Append((char)Convert.ToByte(text[(at + 1)..(at + 4)], 8));
                at += 3;
            }
            else
            {
                plain.Append(text[at]);
            }
        }

        return plain.ToString();
    }

    private static bool IsOctal(string digits)
        => digits[0] is >= '0' and <= '3' && digits.All(digit => digit is >= '0' and <= '7');
}
