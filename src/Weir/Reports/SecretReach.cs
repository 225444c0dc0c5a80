namespace Weir.Reports;

/// <summary>How far the secret behind a name reaches.</summary>
internal enum SecretReach
{
    /// <summary>No secret follows the name.</summary>
    None,

    /// <summary>Up to the next blank or <c>&amp;</c>.</summary>
    Word,

    /// <summary>The same, but only in the query of a URL: elsewhere the name is an ordinary word.</summary>
    QueryValue,

    /// <summary>Up to the end of the line and of its folded continuations: a header field.</summary>
    Line,
}
