using Weir.Logs.Access;

namespace Weir.Logs.Recent;

/// <summary>An access log and how its lines are taken apart.</summary>
/// <param name="Path">The file.</param>
/// <param name="Format">Its format; <see cref="AccessFormat.Known"/> where the configuration does not tell.</param>
public sealed record AccessLog(string Path, AccessFormat Format);
