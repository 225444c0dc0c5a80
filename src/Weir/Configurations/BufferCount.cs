namespace Weir.Configurations;

/// <summary>So many buffers of a size.</summary>
/// <param name="Count">How many.</param>
/// <param name="Bytes">The size of each, bytes.</param>
public readonly record struct BufferCount(int Count, long Bytes);
