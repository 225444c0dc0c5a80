using System.Globalization;

namespace Weir.Host;

/// <summary>The small forms that the kernel's files share.</summary>
internal static class KernelText
{
    /// <summary>Characters that part the cells of a line.</summary>
    private static readonly char[] Blank = [' ', '\t'];

    /// <summary>
    /// A whole number; <c>max</c>, <c>unlimited</c> and what is too large for 63 bits are <see cref="long.MaxValue"/>.
    /// </summary>
    public static long? Number(string text)
    {
        var plain = text.Trim();
        return plain is "max" or "unlimited" ? long.MaxValue
            : long.TryParse(plain, CultureInfo.InvariantCulture, out var number) ? number
            : ulong.TryParse(plain, CultureInfo.InvariantCulture, out _) ? long.MaxValue
            : null;
    }

    /// <summary>The cells of a line.</summary>
    public static string[] Cells(string line) => line.Split(Blank, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The lines of a text, without empty ones.</summary>
    public static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Lines of the form <c>name number</c> (<c>memory.events</c>) or <c>Name: number kB</c>.</summary>
    public static IReadOnlyDictionary<string, long> Named(string text)
    {
        var named = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var cells in Lines(text).Select(Cells).Where(cells => cells.Length >= 2))
        {
            if (Number(cells[1]) is { } number)
            {
                named[cells[0].TrimEnd(':')] = number;
            }
        }

        return named;
    }
}
