namespace Weir.Configurations;

/// <summary>What reading a file gave: its text, or why there is none.</summary>
/// <param name="Text">The text; null when it could not be read.</param>
/// <param name="Problem">Why not; null when it was read.</param>
/// <param name="Reason">The system's words for it, such as <c>No such file or directory</c>; empty when it was read.
/// </param>
public sealed record FileText(string? Text, ProblemKind? Problem, string Reason)
{
    internal static FileText Of(string text) => new(text, null, "");

    internal static FileText Failed(ProblemKind kind, string reason) => new(null, kind, reason);
}
