namespace Weir.Configurations.Nginx;

/// <summary>How a run of words ends.</summary>
internal enum WordsEnd
{
    /// <summary>A semicolon: a directive.</summary>
    Semicolon,

    /// <summary>An opening brace: a block follows.</summary>
    Open,

    /// <summary>A closing brace.</summary>
    Close,

    /// <summary>The end of the file.</summary>
    End,
}
