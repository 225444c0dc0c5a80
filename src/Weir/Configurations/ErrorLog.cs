namespace Weir.Configurations;

/// <summary>A log of errors.</summary>
/// <param name="Path">The file, made absolute; or where else, as written: <c>stderr</c>, <c>syslog:…</c>,
/// <c>memory:…</c>.</param>
/// <param name="Level">The least level that is written, such as <c>error</c>; below it a missing line proves nothing.
/// </param>
/// <param name="At">The line that says so; null for the gateway's default.</param>
public sealed record ErrorLog(string Path, string Level, SourceLine? At);
