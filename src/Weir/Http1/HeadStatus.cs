namespace Weir.Http1;

/// <summary>How far the reading of a head or of a trailer section has come.</summary>
public enum HeadStatus
{
    /// <summary>The end has not arrived yet.</summary>
    Partial,

    /// <summary>The empty line was read: everything is known.</summary>
    Complete,

    /// <summary>It cannot be accepted; the problem and its position are known, and nothing more is read.</summary>
    Refused,
}
