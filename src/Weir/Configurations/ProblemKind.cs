namespace Weir.Configurations;

/// <summary>What kept a part of a configuration from being read or used.</summary>
public enum ProblemKind
{
    /// <summary>The text is not what the gateway's grammar allows; the gateway itself would refuse it.</summary>
    Syntax,

    /// <summary>A directive is well formed and its value is not; the gateway itself would refuse it.</summary>
    Value,

    /// <summary>The gateway accepts it and does not do what it seems to say, such as a name that another site
    /// has.</summary>
    Ignored,

    /// <summary>A file that is named does not exist.</summary>
    MissingFile,

    /// <summary>A file exists and may not be read by this user, or is no file.</summary>
    UnreadableFile,

    /// <summary>A file includes itself, directly or through others.</summary>
    Loop,

    /// <summary>Reading stopped at a limit of Weir's; the rest is unknown.</summary>
    Limit,
}
