namespace Weir.Probing.Http;

/// <summary>How the body of an answer ended.</summary>
public enum BodyEnd
{
    /// <summary>No complete head came, so there is no body to speak of.</summary>
    NotReached,

    /// <summary>The answer has no body (HEAD, 204, 304).</summary>
    None,

    /// <summary>It is whole, by its length or its last chunk.</summary>
    Complete,

    /// <summary>It lasted until the connection was closed, so nobody can say whether it is whole.</summary>
    UntilClose,

    /// <summary>The connection ended before the announced end.</summary>
    CutShort,

    /// <summary>No byte came for longer than allowed.</summary>
    Stalled,

    /// <summary>It was still arriving when the exchange's time was over.</summary>
    OutOfTime,

    /// <summary>Its chunks are invalid.</summary>
    Malformed,

    /// <summary>It is longer than a probe reads; the rest was left.</summary>
    LimitReached,
}
