namespace Weir.Logs.Files;

/// <summary>Takes one line, without its end. The memory is the reader's own.</summary>
public delegate void LineAction(ReadOnlySpan<byte> line);
