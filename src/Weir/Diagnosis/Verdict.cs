namespace Weir.Diagnosis;

/// <summary>How the site is, as the samples show it.</summary>
public enum Verdict
{
    /// <summary>Nothing was found.</summary>
    Healthy,

    /// <summary>Fewer than half of the samples failed, or it is slow near a limit, or a member is broken.</summary>
    Degraded,

    /// <summary>At least half of the samples failed.</summary>
    Failing,

    /// <summary>There was no HTTP answer at all.</summary>
    Unreachable,
}
