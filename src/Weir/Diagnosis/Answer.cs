namespace Weir.Diagnosis;

/// <summary>The answer to an observable. What nobody looked at is not the same as no.</summary>
public enum Answer
{
    /// <summary>Nobody looked, or nobody could.</summary>
    NotChecked,

    /// <summary>It is so.</summary>
    Yes,

    /// <summary>It is not so.</summary>
    No,
}
