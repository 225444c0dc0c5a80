namespace Weir.Cli;

/// <summary>What the process tells its caller; a failure is never 0.</summary>
internal enum ExitCode
{
    /// <summary>Nothing was found: the site is well.</summary>
    Healthy = 0,

    /// <summary>A problem was found, and named or said to be undetermined.</summary>
    ProblemFound = 1,

    /// <summary>The command line or Weir's own configuration is wrong; the message says where.</summary>
    BadUsage = 2,

    /// <summary>Nothing could be checked or started.</summary>
    CouldNotCheck = 3,
}
