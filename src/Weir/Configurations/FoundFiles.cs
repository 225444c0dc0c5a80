namespace Weir.Configurations;

/// <summary>The files that a pattern matches.</summary>
/// <param name="Paths">Their paths in byte order, as the C library's <c>glob</c> gives them.</param>
/// <param name="Denied">A folder that may not be listed, so files may be missing; null when all were.</param>
/// <param name="IsCut">There were more than the limit.</param>
public sealed record FoundFiles(IReadOnlyList<string> Paths, string? Denied, bool IsCut);
