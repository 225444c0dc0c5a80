namespace Weir.Configurations;

/// <summary>The gateway serves files.</summary>
/// <param name="Folder">The folder as written, made absolute; may have variables in it.</param>
/// <param name="ReplacesPath">The folder stands for the route's own path (<c>alias</c>); else the whole path of the
/// request is put after it (<c>root</c>).</param>
/// <param name="At">The line that says so.</param>
public sealed record FilesAction(string Folder, bool ReplacesPath, SourceLine At) : RouteAction(At);
