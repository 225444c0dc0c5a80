namespace Weir.Configurations;

/// <summary>A log of requests.</summary>
/// <param name="Path">The file, made absolute; or where else, as written, such as <c>syslog:server=…</c>. May have
/// variables in it.</param>
/// <param name="FormatName">The name of its format.</param>
/// <param name="Format">The text of the format; null when the name is not defined.</param>
/// <param name="Condition">Only requests for which this variable is neither empty nor 0 are logged; null for
/// all.</param>
/// <param name="At">The line that says so; null for the gateway's default.</param>
public sealed record AccessLog(string Path, string FormatName, string? Format, string? Condition, SourceLine? At);
