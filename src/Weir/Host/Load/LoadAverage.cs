using System.Globalization;

namespace Weir.Host.Load;

/// <summary>
/// Tasks that run, want to run or wait for a disk, as averages: <c>/proc/loadavg</c>. To be compared with the number of
/// processors.
/// </summary>
/// <param name="One">Over a minute.</param>
/// <param name="Five">Over five minutes.</param>
/// <param name="Fifteen">Over fifteen minutes.</param>
public sealed record LoadAverage(double One, double Five, double Fifteen)
{
    private const string File = "/proc/loadavg";

    /// <summary>Reads it.</summary>
    public static Reading<LoadAverage> Read(HostRoot root)
    {
        ArgumentNullException.ThrowIfNull(root);
        return root.Text(File).Parse(File, Parse);
    }

    internal static LoadAverage? Parse(string text)
        => KernelText.Cells(text) is [var one, var five, var fifteen, ..]
            && Number(one) is { } first && Number(five) is { } second && Number(fifteen) is { } third
                ? new LoadAverage(first, second, third)
                : null;

    private static double? Number(string text)
        => double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
