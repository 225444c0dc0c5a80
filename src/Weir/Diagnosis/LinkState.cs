namespace Weir.Diagnosis;

/// <summary>How a link of the path is.</summary>
public enum LinkState
{
    /// <summary>It works.</summary>
    Well,

    /// <summary>It is the broken one.</summary>
    Broken,

    /// <summary>It could not be looked at.</summary>
    Unseen,
}
