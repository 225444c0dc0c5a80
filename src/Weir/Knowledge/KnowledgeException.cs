namespace Weir.Knowledge;

/// <summary>The knowledge cannot be used; the message lists every mistake with its file and line.</summary>
public sealed class KnowledgeException(IReadOnlyList<KnowledgeProblem> problems)
    : Exception("The knowledge in causes/ is wrong:\n" + string.Join('\n', problems))
{
    /// <summary>Every mistake found, in the order of files and lines.</summary>
    public IReadOnlyList<KnowledgeProblem> Problems { get; } = problems;
}
