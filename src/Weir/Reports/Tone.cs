namespace Weir.Reports;

/// <summary>What a piece of text means, for its colour. Nothing is told by colour alone.</summary>
internal enum Tone
{
    /// <summary>Ordinary text.</summary>
    Plain,

    /// <summary>What the eye should find first.</summary>
    Strong,

    /// <summary>What may be passed over.</summary>
    Faint,

    /// <summary>Well, or helps.</summary>
    Good,

    /// <summary>Broken.</summary>
    Bad,

    /// <summary>Not known, not tried, or doubtful.</summary>
    Doubt,
}
