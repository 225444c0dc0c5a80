namespace Weir.Reports;

/// <summary>How much a report for the terminal tells.</summary>
public enum Detail
{
    /// <summary>The headline and the first cause, in two lines.</summary>
    Quiet,

    /// <summary>What an ordinary reader needs, on one screen.</summary>
    Usual,

    /// <summary>Everything: all evidence with its times, all causes and remedies.</summary>
    Verbose,
}
