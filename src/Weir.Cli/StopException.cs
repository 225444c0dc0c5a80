namespace Weir.Cli;

/// <summary>
/// Ends a command with an exit code and one message for the person; thrown where the reason is known, caught at the
/// door and nowhere else.
/// </summary>
internal sealed class StopException(ExitCode code, string message) : Exception(message)
{
    /// <summary>What the process answers.</summary>
    public ExitCode Code { get; } = code;
}
