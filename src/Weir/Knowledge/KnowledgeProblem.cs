namespace Weir.Knowledge;

/// <summary>A mistake in a file of the knowledge.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Line">The line, from 1; 0 where it is about the whole file.</param>
/// <param name="Reason">What is wrong and what would be right.</param>
public sealed record KnowledgeProblem(string File, int Line, string Reason)
{
    /// <inheritdoc/>
    public override string ToString() => Line > 0 ? $"{File}:{Line}: {Reason}" : $"{File}: {Reason}";
}
