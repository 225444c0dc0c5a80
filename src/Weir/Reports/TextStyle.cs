namespace Weir.Reports;

/// <summary>What the place that a text goes to can show.</summary>
/// <param name="Width">Columns; kept between <see cref="Narrowest"/> and <see cref="Widest"/>.</param>
/// <param name="Colour">Whether escape codes for colours may be written; never when piped.</param>
/// <param name="Unicode">Whether it understands UTF-8; without, drawings and marks are ASCII.</param>
public sealed record TextStyle(int Width, bool Colour, bool Unicode)
{
    /// <summary>Below this the columns of a report no longer fit side by side.</summary>
    public const int Narrowest = 60;

    /// <summary>Longer lines are hard to read.</summary>
    public const int Widest = 120;

    /// <summary>80 columns, plain: for pipes and files.</summary>
    public static TextStyle Plain { get; } = new(80, Colour: false, Unicode: true);

    /// <summary>The width that is used.</summary>
    public int Width { get; init => field = Math.Clamp(value, Narrowest, Widest); } =
        Math.Clamp(Width, Narrowest, Widest);
}
