namespace Weir.Configurations;

/// <summary>Where something stands in a configuration.</summary>
/// <param name="File">The file's path as the gateway sees it (inside its container, not on the host).</param>
/// <param name="Line">The line, from 1.</param>
public readonly record struct SourceLine(string File, int Line)
{
    /// <summary><c>FILE:LINE</c>, as editors and compilers write it.</summary>
    public override string ToString() => $"{File}:{Line}";
}
