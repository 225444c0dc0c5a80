using System.Globalization;

namespace Weir.Host.Load;

/// <summary>How much of the time tasks had to wait for a resource, Documentation/accounting/psi.rst.</summary>
/// <param name="Some">At least one task waited.</param>
/// <param name="Full">All tasks waited at once; null where old kernels do not tell it, for the processor.</param>
public sealed record Pressure(PressureShare Some, PressureShare? Full)
{
    /// <summary>Reads a file of <c>/proc/pressure</c>, or <c>cpu.pressure</c> and so on of a control group.</summary>
    public static Reading<Pressure> Read(HostRoot root, string path)
    {
        ArgumentNullException.ThrowIfNull(root);
        return root.Text(path).Parse(path, Parse);
    }

    /// <summary>Reads <c>some avg10=0.00 avg60=0.00 avg300=0.00 total=0</c> and the line of <c>full</c>.</summary>
    internal static Pressure? Parse(string text)
        => Share(text, "some") is { } some ? new Pressure(some, Share(text, "full")) : null;

    private static PressureShare? Share(string text, string kind)
    {
        var cells = KernelText.Lines(text).Select(KernelText.Cells).FirstOrDefault(line => line is [var first, ..]
            && first == kind);
        return cells is not null
            && Value(cells, "avg10") is { } ten
            && Value(cells, "avg60") is { } minute
            && Value(cells, "avg300") is { } five
            && Value(cells, "total") is { } total
                ? new PressureShare(ten, minute, five, TimeSpan.FromMicroseconds(Math.Min(total, 1e17)))
                : null;
    }

    private static double? Value(string[] cells, string name)
        => cells.FirstOrDefault(cell => cell.StartsWith(name + "=", StringComparison.Ordinal)) is { } cell
            && double.TryParse(
                cell.AsSpan(name.Length + 1), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture,
                out var value)
                ? value
                : null;
}
