namespace Weir.Probing.Http;

/// <summary>What became of the content coding of a body (RFC 9110 section 8.4).</summary>
public enum CodingState
{
    /// <summary>There is none, or no body.</summary>
    None,

    /// <summary>It was decoded.</summary>
    Decoded,

    /// <summary>It is not one of gzip, deflate and br; the body is shown as it came.</summary>
    Unknown,

    /// <summary>It cannot be decoded; the body is shown as it came.</summary>
    Broken,
}
