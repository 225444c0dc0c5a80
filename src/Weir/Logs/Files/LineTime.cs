namespace Weir.Logs.Files;

/// <summary>The time of a line; null where it has none, as the second line of a stack.</summary>
public delegate DateTimeOffset? LineTime(ReadOnlySpan<byte> line);
