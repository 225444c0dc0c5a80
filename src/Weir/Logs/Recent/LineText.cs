using System.Text;

namespace Weir.Logs.Recent;

/// <summary>A line kept as an example.</summary>
internal static class LineText
{
    // nginx's longest error line; access lines are mostly shorter.
    private const int Longest = 2048;

    public static string Of(ReadOnlySpan<byte> line)
        => Encoding.UTF8.GetString(line[..Math.Min(line.Length, Longest)].TrimEnd("\r\n"u8));
}
